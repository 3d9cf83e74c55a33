Feature: The agencies that take part
  Agencies work together in a zone. The book shows what each has pledged, where it is
  reserved and what it leaves open, so that no gap goes unseen.

  @B-2.5
  Rule: Agencies work together in a zone, and it can be seen which

    Scenario: An agency joins as a partner
      Given the board "Example Prevention Board" is at "Established"
      When the vice-chair asks to "Register an agency"
        | Name                      | Example Fire Service     |
        | Type of organisation      | Fire and rescue          |
        | Constituency on the Board | Fire and rescue service  |
        | Post that answers for it  | Head of community safety |
      Then it is done
      And the agency "Example Fire Service" is at "Partner"
      And the agency "Example Fire Service" shows
        | Post that answers for it | Head of community safety |

    Scenario: The zones to which an agency has pledged are counted
      Given the zone "Example Wharf" is at "Active"
      Then the agency "Example Police" shows
        | zones that it has pledged to | 1 |

    Scenario: A zone to which an agency has pledged twice is counted once
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Seek an agency's commitment"
        | Zone   | Example Wharf  |
        | Agency | Example Police |
      And this is known as "second pledge"
      And the police officer has been able to "Pledge" for the commitment "second pledge"
        | What is pledged    | A room at the station |
        | By whose authority | Chief constable       |
        | First day          | today                 |
      Then the agency "Example Police" shows
        | zones that it has pledged to | 1 |

    Scenario: The load of posts that an agency employs for zones is counted
      Given the zone "Example Wharf" is at "Active"
      Then the agency "Example Council" shows
        | people that it employs for zones | 1 |
      When the secretary asks to "End the appointment" for the appointment "co-ordinator's post"
      Then the agency "Example Council" shows
        | people that it employs for zones | 0 |

    Scenario: An agency's officer corrects what is on record about the agency
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to correct the agency "Example Police" because "the post has a new title"
        | Post that answers for it | Head of prevention |
      Then it is done
      And the agency "Example Police" shows
        | Post that answers for it | Head of prevention |

    Scenario: One agency does not correct what is on record about another
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to correct the agency "Example Council" because "the post has a new title"
        | Post that answers for it | Head of prevention |
      Then it is refused because "'Post that answers for it' can be amended by Secretariat or Agency officer of this agency"

  @B-2.10
  Rule: It is seen where an agency owes an answer, and where it is reserved or has declined

    Scenario: What an agency has answered, and what it has not
      Given the zone "Example Wharf" is at "Commissioned"
      Then the agency "Example Council" shows
        | commitments on which it owes an answer              | 1 |
        | commitments on which it is reserved or has declined | 0 |
      When the council officer asks to "Pledge on conditions" for the commitment "council pledge"
        | What is pledged | A youth worker             |
        | Conditions      | The county pays half of it |
      Then the agency "Example Council" shows
        | commitments on which it owes an answer              | 1 |
        | commitments on which it is reserved or has declined | 0 |
      When the council officer asks to "Note a reservation" for the commitment "council pledge"
        | Reasons given | The budget is not settled |
      Then the agency "Example Council" shows
        | commitments on which it owes an answer              | 0 |
        | commitments on which it is reserved or has declined | 1 |
      When the council officer asks to "Decline" for the commitment "council pledge"
        | Reasons given | There is nobody to send |
      Then the agency "Example Council" shows
        | commitments on which it owes an answer              | 0 |
        | commitments on which it is reserved or has declined | 1 |
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then the agency "Example Council" shows
        | commitments on which it owes an answer              | 0 |
        | commitments on which it is reserved or has declined | 0 |

  @B-2.10
  Rule: No agency leaves while something that it pledged is open

    Scenario: An agency with an open pledge stays
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Note that it has left" for the agency "Example Council"
      Then it is refused only because "nothing that it pledged to a zone is still open"

    Scenario: An agency that has withdrawn its pledge may leave, and the gap stays in sight
      Given the zone "Example Wharf" is at "Active"
      And the council officer has been able to "Withdraw the pledge" for the commitment "council pledge"
        | Reasons given | The service is being closed |
      When the council officer asks to "Note that it has left" for the agency "Example Council"
      Then it is done
      And the agency "Example Council" is at "No longer a partner"
      And the zone "Example Wharf" is in breach because "every agency required still stands by its pledge or is excused by minute" since today

    Scenario: An agency comes back
      Given the board "Example Prevention Board" is at "Established"
      And the council officer has been able to "Note that it has left" for the agency "Example Council"
      When the chair asks to "Note that it is back" for the agency "Example Council"
      Then it is done
      And the agency "Example Council" is at "Partner"

    Scenario: That an agency has left was noted by mistake
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that it has left" for the agency "Example Council"
      When the secretary asks to take back the last step of the agency "Example Council" because "it was another council"
      Then it is done
      And the agency "Example Council" is at "Partner"

    Scenario: One agency does not send another away
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to "Note that it has left" for the agency "Example Council"
      Then it is refused only because "'Note that it has left' is for Secretariat or Agency officer of this agency"

  @S-9.4
  Rule: It is seen when an agency last assessed itself

    Scenario: An assessment that was handed in by mistake is none
      # Its trial of the toolkit remains the last one.
      Given the self-assessment "Prevention at Example Police" is at "Handed in"
      Then the agency "Example Police" shows
        | day on which it last assessed itself | today |
      When the police officer asks to take back the last step of the self-assessment "Prevention at Example Police" because "it was a draft"
      Then it is done
      And the agency "Example Police" shows
        | day on which it last assessed itself | 25 February 2020 |

  @X-10
  Rule: What can be done with an agency at each stage, and by whom

    Scenario: How an agency is registered
      Given the board "Example Prevention Board" is at "Established"
      Then an agency is opened by these steps
        | Step               | Who                                      | Must be given              | May be given                                                       | Leads to |
        | Register an agency | the secretary, the chair, the vice-chair | Name, Type of organisation | Constituency on the Board, Post that answers for it, Contact, Note | Partner  |

    Scenario: What can be done with an agency that is a partner
      Given the board "Example Prevention Board" is at "Established"
      Then these steps are open to the agency "Example Police"
        | Step                                                                         | Who                               | Must be given              | May be given | Leads to            |
        | Note that it has left                                                        | the secretary, the police officer |                            | Note         | No longer a partner |
        | Correct: Name, Type of organisation, Post that answers for it, Contact, Note | the secretary, the police officer | Name, Type of organisation |              |                     |
        | Correct: Constituency on the Board                                           | the secretary                     |                            |              |                     |

    Scenario: What can be done with an agency that has left
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that it has left" for the agency "Example Police"
      Then these steps are open to the agency "Example Police"
        | Step                                                                         | Who                                      | Must be given              | May be given | Leads to |
        | Note that it is back                                                         | the secretary, the chair, the vice-chair |                            | Note         | Partner  |
        | Correct: Name, Type of organisation, Post that answers for it, Contact, Note | the secretary, the police officer        | Name, Type of organisation |              |          |
        | Correct: Constituency on the Board                                           | the secretary                            |                            |              |          |
        | Take back the last step                                                      | the secretary                            |                            |              | Partner  |
