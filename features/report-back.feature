Feature: Members report both ways
  Members tell the Board what other bodies do, such as those for health, and tell those bodies
  what the Board does. Community leaders tell it what matters where they live.

  @S-6.1 @S-6.2
  Rule: The Board and the bodies for health know of each other's plans

    Scenario: A report that was asked for is given
      Given the report back "report" is at "Given"
      Then the report back "report" shows
        | Which way      | From the other body to the Board   |
        | The other body | Example Health and Wellbeing Board |
        | Given on       | today                              |
        | Member         | Mel Example                        |

    Scenario: Which ways a member has yet to report is shown
      Given the report back "report" is at "Owed"
      Then the appointment "board member's post" shows
        | ways in which the member has yet to report | From the other body to the Board, From the Board to the other body, What matters locally |
      Given the report back "report" is at "Given"
      Then the appointment "board member's post" shows
        | ways in which the member has yet to report | From the Board to the other body, What matters locally |
      And the appointment "chair's post" shows
        | ways in which the member has yet to report | From the other body to the Board, From the Board to the other body, What matters locally |

    Scenario Outline: The <Office> of the Board reports too
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Ask for a report"
        | Member's appointment | <Office>'s post                    |
        | Which way            | From the Board to the other body   |
        | The other body       | Example Health and Wellbeing Board |
        | Due on               | in 30 days                         |
      Then it is done

      Examples:
        | Office     |
        | chair      |
        | vice-chair |

    Scenario: Whoever is no member does not report for the Board
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Ask for a report"
        | Member's appointment | auditor's post                     |
        | Which way            | From the Board to the other body   |
        | The other body       | Example Health and Wellbeing Board |
        | Due on               | in 30 days                         |
      Then it is refused only because "it is a member of the Board who reports"

    Scenario: A member sets themselves a report, and no report for others
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Ask for a report"
        | Member's appointment | board member's post                |
        | Which way            | From the Board to the other body   |
        | The other body       | Example Health and Wellbeing Board |
        | Due on               | in 30 days                         |
      Then it is done
      When the board member asks to "Ask for a report"
        | Member's appointment | chair's post                       |
        | Which way            | From the Board to the other body   |
        | The other body       | Example Health and Wellbeing Board |
        | Due on               | in 30 days                         |
      Then it is refused only because "'Ask for a report' is for Secretariat, Chair, Vice-chair or the person named as member's appointment's person in the report back"

  @A-2.9
  Rule: Community leaders help the Board to see what matters locally

    Scenario: What matters locally is told by a community leader
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And the chair has been able to "Appoint to an office"
        | Office       | Board member             |
        | Person       | Lee Example              |
        | Body         | Example Prevention Board |
        | Constituency | Community leaders        |
      And this is known as "leader's seat"
      When the secretary asks to "Ask for a report"
        | Member's appointment | board member's post  |
        | Which way            | What matters locally |
        | The other body       | Example Quay         |
        | Due on               | in 30 days           |
      Then it is refused only because "what matters locally is told by the members for community leaders"
      When the secretary asks to "Ask for a report"
        | Member's appointment | leader's seat        |
        | Which way            | What matters locally |
        | The other body       | Example Quay         |
        | Due on               | in 30 days           |
      Then it is done

  @X-9
  Rule: What can be done with a report at each stage, and by whom

    Scenario: How a report is asked for
      Then a report back is opened by these steps
        | Step             | Who                                      | Must be given                                           | May be given | Leads to |
        | Ask for a report | the secretary, the chair, the vice-chair | Member's appointment, Which way, The other body, Due on |              | Owed     |

    Scenario: What can be done with a report that is owed
      Given the report back "report" is at "Owed"
      Then these steps are open to the report back "report"
        | Step                             | Who                             | Must be given              | May be given                  | Leads to         |
        | Note that it was given           | the secretary, the board member | Summary                    | Meeting at which it was given | Given            |
        | Do without it                    | the chair, the vice-chair       | Why it is no longer needed |                               | No longer needed |
        | Correct: Summary, The other body | the secretary                   | The other body             |                               |                  |
      And the report back "report" should move on by 6 March 2020, or the board member, the secretary are told

    Scenario: What can be done with a report that was given
      Given the report back "report" is at "Given"
      Then these steps are open to the report back "report"
        | Step                             | Who           | Must be given  | May be given | Leads to |
        | Correct: Summary, The other body | the secretary | The other body |              |          |
        | Take back the last step          | the secretary |                |              | Owed     |

    Scenario: What can be done with a report that is no longer needed
      Given the report back "report" is at "Owed"
      And the chair has been able to "Do without it" for the report back "report"
        | Why it is no longer needed | That body has gone |
      Then these steps are open to the report back "report"
        | Step                             | Who                       | Must be given  | May be given | Leads to |
        | Correct: Summary, The other body | the secretary             | The other body |              |          |
        | Take back the last step          | the chair, the vice-chair |                |              | Owed     |
