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
