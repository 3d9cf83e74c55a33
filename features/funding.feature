Feature: Funding that a zone brings in
  A zone can win money for local services that nobody would have given to one agency alone.

  @B-2.3
  Rule: Zones bring in funding for local services

    Scenario: A zone wins a grant for work in schools, and it is spent
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Trust |
        | Type of organisation | Other         |
      And the first leader has been able to "Apply for funding"
        | Title   | Mentors in example schools |
        | Zone    | Example Wharf              |
        | Funder  | Example Trust              |
        | Purpose | Work in schools            |
        | Amount  | 9000                       |
      When the co-ordinator asks to "Record the award" for the funding "Mentors in example schools"
        | Amount          | 7500            |
        | Who receives it | Example Council |
        | To be spent by  | in 365 days     |
      Then it is done
      And the funding "Mentors in example schools" is at "Awarded"
      And the zone "Example Wharf" shows
        | funding brought in | £7,500.00 |

      When 300 days pass
      And the co-ordinator asks to "Note that it has been spent" for the funding "Mentors in example schools"
        | Spent | 7420.50 |
      Then it is done
      And the funding "Mentors in example schools" is at "Spent"

    Scenario: An application is refused and counts for nothing
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Apply for funding"
        | Title   | Drug treatment at the example quay |
        | Zone    | Example Wharf                      |
        | Funder  | Example Council                    |
        | Purpose | Drug treatment                     |
        | Amount  | 20000                              |
      When the co-ordinator asks to "Note that it was refused or given up" for the funding "Drug treatment at the example quay"
        | Why it was refused or given up | The fund is empty |
      Then it is done
      And the funding "Drug treatment at the example quay" is at "Refused or given up"
      And the zone "Example Wharf" shows
        | funding brought in | £0.00 |

    Scenario: The funder does not record its own award
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Apply for funding"
        | Title   | Drug treatment at the example quay |
        | Zone    | Example Wharf                      |
        | Funder  | Example Council                    |
        | Purpose | Drug treatment                     |
      When the council officer asks to "Record the award" for the funding "Drug treatment at the example quay"
        | Amount | 20000 |
      Then it is refused only because "'Record the award' is for Co-ordinator of the zone, Agency lead of the zone or Secretariat"

    Scenario: An amount that was mistyped is corrected
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Apply for funding"
        | Title   | Drug treatment at the example quay |
        | Zone    | Example Wharf                      |
        | Funder  | Example Council                    |
        | Purpose | Drug treatment                     |
        | Amount  | 2000                               |
      When the co-ordinator asks to correct the funding "Drug treatment at the example quay" because "a nought is missing"
        | Amount | 20000 |
      Then it is done
      And the funding "Drug treatment at the example quay" shows
        | Amount | £20,000.00 |

    Scenario: An award that was entered by mistake is taken back
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Apply for funding"
        | Title   | Drug treatment at the example quay |
        | Zone    | Example Wharf                      |
        | Funder  | Example Council                    |
        | Purpose | Drug treatment                     |
      And the co-ordinator has been able to "Record the award" for the funding "Drug treatment at the example quay"
        | Amount | 20000 |
      When the co-ordinator asks to take back the last step of the funding "Drug treatment at the example quay" because "the letter was for another zone"
      Then it is done
      And the funding "Drug treatment at the example quay" is at "Applied for"

    Scenario: An award may be of nothing and nothing of it spent, but not less
      Given the funding "Mentors in example schools" is at "Applied for"
      When the co-ordinator asks to "Record the award" for the funding "Mentors in example schools"
        | Amount | -0.01 |
      Then it is sent back because "-£0.01 given; it must be at least £0.00"
      When the co-ordinator asks to "Record the award" for the funding "Mentors in example schools"
        | Amount | 0 |
      And the co-ordinator asks to "Note that it has been spent" for the funding "Mentors in example schools"
        | Spent | -0.01 |
      Then it is sent back because "-£0.01 given; it must be at least £0.00"
      When the co-ordinator asks to "Note that it has been spent" for the funding "Mentors in example schools"
        | Spent | 0 |
      Then it is done

  @B-2.3
  Rule: The lead of a zone's agencies may apply too

    Scenario: The agency lead applies
      Given the zone "Example Wharf" is at "Active"
      When the police officer asks to "Apply for funding"
        | Title   | Mentors in example schools |
        | Zone    | Example Wharf              |
        | Funder  | Example Council            |
        | Purpose | Work in schools            |
        | Amount  | 0                          |
      Then it is done

  @B-2.3
  Rule: What can be done with funding at each stage, and by whom

    Scenario: How funding comes about
      Then a funding is opened by these steps
        | Step              | Who           | Must be given                | May be given                  | Leads to    |
        | Apply for funding | the secretary | Title, Zone, Funder, Purpose | Who receives it, Amount, Note | Applied for |

    Scenario: What can be done with funding that is at 'Applied for'
      Given the funding "Mentors in example schools" is at "Applied for"
      Then these steps are open to the funding "Mentors in example schools"
        | Step                                                  | Who                                                 | Must be given                  | May be given                    | Leads to            |
        | Record the award                                      | the secretary, the police officer, the co-ordinator | Amount                         | Who receives it, To be spent by | Awarded             |
        | Note that it was refused or given up                  | the secretary, the police officer, the co-ordinator | Why it was refused or given up |                                 | Refused or given up |
        | Correct: Title, Note, Purpose, Amount, To be spent by | the secretary, the co-ordinator                     | Title, Purpose                 |                                 |                     |
      And the funding "Mentors in example schools" should move on by 3 July 2020, or the co-ordinator is told

    Scenario: What can be done with funding that is at 'Awarded'
      Given the funding "Mentors in example schools" is at "Awarded"
      Then these steps are open to the funding "Mentors in example schools"
        | Step                                                  | Who                                                 | Must be given  | May be given | Leads to    |
        | Note that it has been spent                           | the secretary, the police officer, the co-ordinator | Spent          |              | Spent       |
        | Correct: Title, Note, Purpose, Amount, To be spent by | the secretary, the co-ordinator                     | Title, Purpose |              |             |
        | Take back the last step                               | the secretary, the co-ordinator                     |                |              | Applied for |
      And the funding "Mentors in example schools" should move on by 4 April 2021, or the co-ordinator is told

    Scenario: What can be done with funding that is at 'Spent'
      Given the funding "Mentors in example schools" is at "Spent"
      Then these steps are open to the funding "Mentors in example schools"
        | Step                    | Who                             | Must be given | May be given | Leads to |
        | Correct: Title, Note    | the secretary, the co-ordinator | Title         |              |          |
        | Take back the last step | the secretary, the co-ordinator |               |              | Awarded  |

    Scenario: What can be done with funding that is at 'Refused or given up'
      Given the funding "Mentors in example schools" is at "Applied for"
      And the co-ordinator has been able to "Note that it was refused or given up" for the funding "Mentors in example schools"
        | Why it was refused or given up | The fund is empty |
      Then these steps are open to the funding "Mentors in example schools"
        | Step                    | Who                             | Must be given | May be given | Leads to    |
        | Correct: Title, Note    | the secretary, the co-ordinator | Title         |              |             |
        | Take back the last step | the secretary, the co-ordinator |               |              | Applied for |
