Feature: The toolkit for leaders and agencies
  Both sides of a zone get a practical toolkit, and each says that it has it.

  @B-3.5
  Rule: Leaders and agencies get a practical toolkit

    Scenario: Issuing the toolkit gives a copy to each side
      Given the zone "Example Wharf" is at "Toolkit issued"
      Then there are 2 toolkits at "Issued"
      And the toolkit "agencies' toolkit" shows
        | Side      | Agency side    |
        | Edition   | Second edition |
        | Issued on | today          |
      And the toolkit "community's toolkit" shows
        | Side | Community side |

    Scenario: A new edition takes the place of the old one
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Note that it has been replaced" for the toolkit "community's toolkit"
      When the co-ordinator asks to "Issue the toolkit to one side"
        | Zone    | Example Wharf  |
        | Side    | Community side |
        | Edition | Third edition  |
      Then it is done
      And the toolkit "community's toolkit" is at "Replaced"
      And there is 1 toolkit at "Issued"

    Scenario: The copy that was handed over is kept
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the co-ordinator asks to "Hand over a copy" for the toolkit "community's toolkit"
        | Copy that was handed over | What a zone is, and who does what |
      Then it is done
      And the toolkit "community's toolkit" is at "Issued"

    Scenario: The secretary hands a copy over too
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the secretary asks to "Hand over a copy" for the toolkit "agencies' toolkit"
        | Copy that was handed over | What a zone is, and who does what |
      Then it is done

    Scenario: Nothing is handed over without the copy itself
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the co-ordinator asks to "Hand over a copy" for the toolkit "community's toolkit"
      Then it is sent back because "must be given"

    Scenario: The police officer hands over no copies
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the police officer asks to "Hand over a copy" for the toolkit "agencies' toolkit"
        | Copy that was handed over | What a zone is, and who does what |
      Then it is refused only because "'Hand over a copy' is for Co-ordinator of the zone or Secretariat"

    Scenario: The chair hands out no toolkits
      Given the zone "Example Wharf" is at "Active"
      When the chair asks to "Issue the toolkit to one side"
        | Zone    | Example Wharf  |
        | Side    | Community side |
        | Edition | Third edition  |
      Then it is refused only because "'Issue the toolkit to one side' is for Co-ordinator of the zone or Secretariat"

  @X-15
  Rule: Both sides acknowledge the toolkit they were given

    Scenario: The agency lead acknowledges the agencies' copy
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the police officer asks to "Acknowledge it for the agencies" for the toolkit "agencies' toolkit"
      Then it is done
      And the toolkit "agencies' toolkit" is at "Acknowledged"
      And the toolkit "agencies' toolkit" shows
        | Acknowledged on | today |

    Scenario: The community lead acknowledges the community's copy and says what could be better
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the first leader asks to "Acknowledge it for the community" for the toolkit "community's toolkit"
        | What could be better | More pictures and fewer forms |
      Then it is done
      And the toolkit "community's toolkit" is at "Acknowledged"
      And the toolkit "community's toolkit" shows
        | Acknowledged on      | today                         |
        | What could be better | More pictures and fewer forms |

    Scenario: The community's copy is not acknowledged for the agencies
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the police officer asks to "Acknowledge it for the agencies" for the toolkit "community's toolkit"
      Then it is refused only because "this copy was given to the agency side"

    Scenario: The agencies' copy is not acknowledged for the community
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the first leader asks to "Acknowledge it for the community" for the toolkit "agencies' toolkit"
      Then it is refused only because "this copy was given to the community side"

    Scenario: The agency lead does not speak for the community
      Given the zone "Example Wharf" is at "Toolkit issued"
      When the police officer asks to "Acknowledge it for the community" for the toolkit "community's toolkit"
      Then it is refused only because "'Acknowledge it for the community' is for Community lead of the zone"

    Scenario: An acknowledgement is taken back
      Given the zone "Example Wharf" is at "Toolkit issued"
      And the first leader has been able to "Acknowledge it for the community" for the toolkit "community's toolkit"
      When the first leader asks to take back the last step of the toolkit "community's toolkit" because "half of the pages were missing"
      Then it is done
      And the toolkit "community's toolkit" is at "Issued"

  @B-3.5
  Rule: What can be done with a copy at each stage, and by whom

    Scenario: How a copy is issued
      Then a toolkit is opened by these steps
        | Step                          | Who           | Must be given       | May be given | Leads to |
        | Issue the toolkit to one side | the secretary | Zone, Side, Edition | Note         | Issued   |

    Scenario: What can be done with the agencies' copy once it is issued
      Given the zone "Example Wharf" is at "Toolkit issued"
      Then these steps are open to the toolkit "agencies' toolkit"
        | Step                             | Who                             | Must be given             | May be given         | Leads to     |
        | Acknowledge it for the agencies  | the police officer              |                           | What could be better | Acknowledged |
        | Acknowledge it for the community | the first leader                |                           | What could be better | Acknowledged |
        | Note that it has been replaced   | the secretary, the co-ordinator |                           | Note                 | Replaced     |
        | Hand over a copy                 | the secretary, the co-ordinator | Copy that was handed over |                      | Issued       |
        | Correct: Note, Edition           | the secretary                   | Edition                   |                      |              |
      And the toolkit "agencies' toolkit" should move on in 28 days, or the co-ordinator is told

    Scenario: What can be done with the community's copy once it is issued
      Given the zone "Example Wharf" is at "Toolkit issued"
      Then these steps are open to the toolkit "community's toolkit"
        | Step                             | Who                             | Must be given             | May be given         | Leads to     |
        | Acknowledge it for the agencies  | the police officer              |                           | What could be better | Acknowledged |
        | Acknowledge it for the community | the first leader                |                           | What could be better | Acknowledged |
        | Note that it has been replaced   | the secretary, the co-ordinator |                           | Note                 | Replaced     |
        | Hand over a copy                 | the secretary, the co-ordinator | Copy that was handed over |                      | Issued       |
        | Correct: Note, Edition           | the secretary                   | Edition                   |                      |              |
      And the toolkit "community's toolkit" should move on in 28 days, or the co-ordinator is told

    Scenario: What can be done with the agencies' copy once it is acknowledged
      Given the zone "Example Wharf" is at "Active"
      Then these steps are open to the toolkit "agencies' toolkit"
        | Step                                | Who                               | Must be given | May be given | Leads to |
        | Note that it has been replaced      | the secretary, the co-ordinator   |               | Note         | Replaced |
        | Correct: Note, What could be better | the secretary                     |               |              |          |
        | Take back the last step             | the secretary, the police officer |               |              | Issued   |

    Scenario: What can be done with the community's copy once it is acknowledged
      Given the zone "Example Wharf" is at "Active"
      Then these steps are open to the toolkit "community's toolkit"
        | Step                                | Who                             | Must be given | May be given | Leads to |
        | Note that it has been replaced      | the secretary, the co-ordinator |               | Note         | Replaced |
        | Correct: Note, What could be better | the secretary                   |               |              |          |
        | Take back the last step             | the secretary, the first leader |               |              | Issued   |

    Scenario: What can be done with a copy that has been replaced
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Note that it has been replaced" for the toolkit "community's toolkit"
      Then these steps are open to the toolkit "community's toolkit"
        | Step                    | Who           | Must be given | May be given | Leads to     |
        | Correct: Note           | the secretary |               |              |              |
        | Take back the last step | the secretary |               |              | Acknowledged |
