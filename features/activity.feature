Feature: Activities that others commit to a zone
  Sporting bodies, schools and many others offer something in a zone: training, a choir, a course.
  How much of it took place is counted in totals, without names.

  @B-2.4
  Rule: Sporting and other bodies commit activities to zones

    Scenario: A sporting body commits training sessions and holds them
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Boxing Club |
        | Type of organisation | Sporting body       |
      And the secretary has been able to "Appoint to an office"
        | Office | Agency officer      |
        | Person | Eve Example         |
        | Body   | Example Boxing Club |
      When the evaluator asks to "Commit an activity"
        | Name             | Boxing after school |
        | Zone             | Example Wharf       |
        | Provider         | Example Boxing Club |
        | Kind of activity | Sport               |
        | Whom it is for   | Young people        |
        | First day        | in 14 days          |
      Then it is done
      And the activity "Boxing after school" is at "Committed"
      And the zone "Example Wharf" shows
        | activities committed | 1 |

      When 14 days pass
      And the evaluator asks to "Begin" for the activity "Boxing after school"
      And the co-ordinator asks to "Record how much took place" for the activity "Boxing after school"
        | Sessions so far    | 8   |
        | Attendances so far | 130 |
      Then it is done
      And the activity "Boxing after school" is at "Running"

      When 60 days pass
      And the evaluator asks to "Finish" for the activity "Boxing after school"
        | Sessions so far    | 20  |
        | Attendances so far | 310 |
      Then it is done
      And the activity "Boxing after school" is at "Finished"
      And the activity "Boxing after school" shows
        | Sessions so far    | 20  |
        | Attendances so far | 310 |

    Scenario: Nobody commits an activity for another body
      Given the zone "Example Wharf" is at "Active"
      When the police officer asks to "Commit an activity"
        | Name     | Evening football |
        | Zone     | Example Wharf    |
        | Provider | Example Council  |
      Then it is refused only because "'Commit an activity' is for Agency officer of the provider, Co-ordinator of the zone or Secretariat"

    Scenario: An activity is called off with a reason, and on again
      Given the zone "Example Wharf" is at "Active"
      And the council officer has been able to "Commit an activity"
        | Name     | Evening football |
        | Zone     | Example Wharf    |
        | Provider | Example Council  |
      When the council officer asks to "Call off" for the activity "Evening football"
        | Why it was called off | The pitch is flooded |
      Then it is done
      And the activity "Evening football" is at "Called off"
      And the zone "Example Wharf" shows
        | activities committed | 0 |
      When the co-ordinator asks to take back the last step of the activity "Evening football" because "the pitch is dry again"
      Then it is done
      And the activity "Evening football" is at "Committed"

    Scenario: A count is corrected by taking it back
      Given the zone "Example Wharf" is at "Active"
      And the council officer has been able to "Commit an activity"
        | Name     | Evening football |
        | Zone     | Example Wharf    |
        | Provider | Example Council  |
      And the council officer has been able to "Begin" for the activity "Evening football"
      And the council officer has been able to "Record how much took place" for the activity "Evening football"
        | Sessions so far    | 4   |
        | Attendances so far | 400 |
      When the co-ordinator asks to take back the last step of the activity "Evening football" because "40 came and not 400"
      Then it is done
      And the activity "Evening football" shows
        | Attendances so far | nothing |
