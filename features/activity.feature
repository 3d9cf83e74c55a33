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

    Scenario: A count may be nought, but not less
      Given the activity "Evening football" is at "Running"
      When the co-ordinator asks to "Record how much took place" for the activity "Evening football"
        | Sessions so far    | -1 |
        | Attendances so far | -2 |
      Then it is sent back because "-1 given; it must be at least 0"
      And it is sent back because "-2 given; it must be at least 0"
      When the co-ordinator asks to "Record how much took place" for the activity "Evening football"
        | Sessions so far    | 0 |
        | Attendances so far | 0 |
      Then it is done

  @B-2.4
  Rule: What can be done with an activity at each stage, and by whom

    Scenario: How an activity comes about
      Then an activity is opened by these steps
        | Step               | Who           | Must be given        | May be given                                                | Leads to  |
        | Commit an activity | the secretary | Name, Zone, Provider | Kind of activity, Whom it is for, First day, Last day, Note | Committed |

    Scenario: What can be done with an activity that is at 'Committed'
      Given the activity "Evening football" is at "Committed"
      Then these steps are open to the activity "Evening football"
        | Step                                                                       | Who                                                  | Must be given         | May be given        | Leads to   |
        | Begin                                                                      | the secretary, the council officer, the co-ordinator |                       | First day, Last day | Running    |
        | Call off                                                                   | the secretary, the council officer, the co-ordinator | Why it was called off |                     | Called off |
        | Correct: Name, Kind of activity, Whom it is for, First day, Last day, Note | the secretary, the co-ordinator                      | Name                  |                     |            |
      And the activity "Evening football" should move on by 19 March 2020, or the co-ordinator, the council officer are told

    Scenario: What can be done with an activity that is at 'Running'
      Given the activity "Evening football" is at "Running"
      Then these steps are open to the activity "Evening football"
        | Step                                                                       | Who                                                  | Must be given                       | May be given                        | Leads to   |
        | Record how much took place                                                 | the council officer, the co-ordinator                | Sessions so far, Attendances so far |                                     | Running    |
        | Finish                                                                     | the secretary, the council officer, the co-ordinator |                                     | Sessions so far, Attendances so far | Finished   |
        | Call off                                                                   | the secretary, the council officer, the co-ordinator | Why it was called off               |                                     | Called off |
        | Correct: Name, Kind of activity, Whom it is for, First day, Last day, Note | the secretary, the co-ordinator                      | Name                                |                                     |            |
        | Take back the last step                                                    | the secretary, the co-ordinator                      |                                     |                                     | Committed  |
      And the activity "Evening football" should move on by 18 May 2020, or the co-ordinator is told

    Scenario: What can be done with an activity that is at 'Finished'
      Given the activity "Evening football" is at "Finished"
      Then these steps are open to the activity "Evening football"
        | Step                                                                       | Who                             | Must be given | May be given | Leads to |
        | Correct: Name, Kind of activity, Whom it is for, First day, Last day, Note | the secretary, the co-ordinator | Name          |              |          |
        | Take back the last step                                                    | the secretary, the co-ordinator |               |              | Running  |

    Scenario: What can be done with an activity that is at 'Called off'
      Given the activity "Evening football" is at "Running"
      And the council officer has been able to "Call off" for the activity "Evening football"
        | Why it was called off | The pitch is flooded |
      Then these steps are open to the activity "Evening football"
        | Step                                                                       | Who                             | Must be given | May be given | Leads to |
        | Correct: Name, Kind of activity, Whom it is for, First day, Last day, Note | the secretary, the co-ordinator | Name          |              |          |
        | Take back the last step                                                    | the secretary, the co-ordinator |               |              | Running  |

    Scenario: What can be done with an activity that has just been counted
      Given the activity "Evening football" is ready for "Finish"
      Then these steps are open to the activity "Evening football"
        | Step                                                                       | Who                                                  | Must be given                       | May be given                        | Leads to   |
        | Record how much took place                                                 | the council officer, the co-ordinator                | Sessions so far, Attendances so far |                                     | Running    |
        | Finish                                                                     | the secretary, the council officer, the co-ordinator |                                     | Sessions so far, Attendances so far | Finished   |
        | Call off                                                                   | the secretary, the council officer, the co-ordinator | Why it was called off               |                                     | Called off |
        | Correct: Name, Kind of activity, Whom it is for, First day, Last day, Note | the secretary, the co-ordinator                      | Name                                |                                     |            |
        | Take back the last step                                                    | the secretary, the co-ordinator                      |                                     |                                     | Running    |
