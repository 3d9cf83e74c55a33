Feature: The joint forum with the Health and Wellbeing Boards
  Once a year the Board meets with the Health and Wellbeing Boards, to take up the issues on which both work.

  @S-6.3
  Rule: Shared issues are taken up once a year together with the health boards

    Scenario: A forum is planned, its issues are listed, and what was agreed is on record
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the joint forum "Joint forum of 2020" is at "Planned"
      And the board member has been able to "List the issues in common" for the joint forum "Joint forum of 2020"
        | Issues in common             | Young people and buses   |
        | Behaviours that they concern | Threats on example buses |
      And the secretary has been able to "Note that it has been held" for the joint forum "Joint forum of 2020"
      When the secretary asks to "Record what was agreed" for the joint forum "Joint forum of 2020"
        | What was agreed on them | One analysis for both sides |
      Then it is done
      And the joint forum "Joint forum of 2020" is at "Followed up"
      And the joint forum "Joint forum of 2020" shows
        | Held on                      | today                    |
        | Issues in common             | Young people and buses   |
        | Behaviours that they concern | Threats on example buses |

    Scenario: No forum is held of which nobody knows what it is about
      Given the joint forum "Joint forum of 2020" is at "Planned"
      When the secretary asks to "Note that it has been held" for the joint forum "Joint forum of 2020"
      Then it is refused only because "the issues that the boards have in common were listed"

    Scenario: A forum is moved to another day
      Given the joint forum "Joint forum of 2020" is at "Planned"
      When the chair asks to "Move it to another day" for the joint forum "Joint forum of 2020"
        | Planned for | in 120 days |
      Then it is done
      And the joint forum "Joint forum of 2020" should move on in 120 days, or the secretary, the chair are told

    Scenario: A year without another forum is seen
      Given the joint forum "Joint forum of 2020" is at "Followed up"
      When 351 days pass
      Then the joint forum "Joint forum of 2020" is not in breach
      When 1 day passes
      Then the joint forum "Joint forum of 2020" is in breach because "it was held at most 365 days ago, or the next one has been held" since today
      When the secretary asks to "Plan a forum"
        | Title                       | Joint forum of 2021                |
        | Planned for                 | in 1 days                          |
        | Health and wellbeing boards | Example Health and Wellbeing Board |
        | Forum before                | Joint forum of 2020                |
        | Issues in common            | What became of it                  |
      Then it is done
      And the joint forum "Joint forum of 2020" is in breach because "it was held at most 365 days ago, or the next one has been held" since today
      When the secretary asks to "Note that it has been held" for the joint forum "Joint forum of 2021"
      Then it is done
      And the joint forum "Joint forum of 2020" is no longer in breach
      When the secretary asks to "Record what was agreed" for the joint forum "Joint forum of 2021"
        | What was agreed on them | To go on |
      Then it is done
      And the joint forum "Joint forum of 2020" is no longer in breach

    Scenario: A forum that follows another one does not end the wait
      Given the joint forum "Joint forum of 2020" is at "Followed up"
      And 400 days pass
      And the secretary has been able to "Plan a forum"
        | Title                       | Joint forum of 2021                |
        | Planned for                 | in 30 days                         |
        | Health and wellbeing boards | Example Health and Wellbeing Board |
        | Forum before                |                                    |
        | Issues in common            | What became of it                  |
      And the secretary has been able to "Note that it has been held" for the joint forum "Joint forum of 2021"
      Then the joint forum "Joint forum of 2020" is in breach because "it was held at most 365 days ago, or the next one has been held" since 6 April 2021

    Scenario: What was agreed is written down before the year is over
      Given the joint forum "Joint forum of 2020" is at "Held"
      When 366 days pass
      And the secretary asks to "Record what was agreed" for the joint forum "Joint forum of 2020"
        | What was agreed on them | One analysis for both sides |
      Then it is refused only because "it was held at most 365 days ago, or the next one has been held"

    Scenario: What was agreed can be written down late where the next forum has been held
      Given the joint forum "Joint forum of 2020" is at "Held"
      And 366 days pass
      And the secretary has been able to "Plan a forum"
        | Title                       | Joint forum of 2021                |
        | Planned for                 | in 30 days                         |
        | Health and wellbeing boards | Example Health and Wellbeing Board |
        | Forum before                | Joint forum of 2020                |
        | Issues in common            | What became of it                  |
      And the secretary has been able to "Note that it has been held" for the joint forum "Joint forum of 2021"
      When the secretary asks to "Record what was agreed" for the joint forum "Joint forum of 2020"
        | What was agreed on them | One analysis for both sides |
      Then it is done

    Scenario: A forum is closed once the next one has been held
      Given the joint forum "Joint forum of 2020" is ready for "Close it"
      When the secretary asks to "Close it" for the joint forum "Joint forum of 2020"
      Then it is done
      And the joint forum "Joint forum of 2020" is at "Closed"

    Scenario: A forum is not closed before the next one has been held
      Given the joint forum "Joint forum of 2020" is at "Followed up"
      And the secretary has been able to "Plan a forum"
        | Title                       | Joint forum of 2021                |
        | Planned for                 | in 30 days                         |
        | Health and wellbeing boards | Example Health and Wellbeing Board |
        | Forum before                | Joint forum of 2020                |
        | Issues in common            | What became of it                  |
      When the secretary asks to "Close it" for the joint forum "Joint forum of 2020"
      Then it is refused only because "the next forum has been held"

  @X-9
  Rule: What can be done with a joint forum at each stage, and by whom

    Scenario: How a joint forum is opened
      Then a joint forum is opened by these steps
        | Step         | Who                                      | Must be given                                   | May be given                                                       | Leads to |
        | Plan a forum | the secretary, the chair, the vice-chair | Title, Planned for, Health and wellbeing boards | Forum before, Issues in common, Behaviours that they concern, Note | Planned  |

    Scenario: What can be done at "Planned"
      Given the joint forum "Joint forum of 2020" is at "Planned"
      Then these steps are open to the joint forum "Joint forum of 2020"
        | Step                                          | Who                                      | Must be given         | May be given                 | Leads to   |
        | List the issues in common                     | the secretary, the board member          | Issues in common      | Behaviours that they concern | Planned    |
        | Move it to another day                        | the secretary, the chair, the vice-chair | Planned for           |                              | Planned    |
        | Note that it has been held                    | the secretary, the chair, the vice-chair |                       |                              | Held       |
        | Call it off                                   | the chair, the vice-chair                | Why it was called off |                              | Called off |
        | Correct: Title, What was agreed on them, Note | the secretary                            |                       |                              |            |
      And the joint forum "Joint forum of 2020" should move on in 90 days, or the secretary, the chair are told

    Scenario: What can be done at "Held"
      Given the joint forum "Joint forum of 2020" is at "Held"
      Then these steps are open to the joint forum "Joint forum of 2020"
        | Step                                          | Who                                      | Must be given           | May be given | Leads to    |
        | Record what was agreed                        | the secretary, the chair, the vice-chair | What was agreed on them |              | Followed up |
        | Correct: Title, What was agreed on them, Note | the secretary                            |                         |              |             |
        | Take back the last step                       | the secretary                            |                         |              | Planned     |
      And the joint forum "Joint forum of 2020" should move on in 60 days, or the secretary is told

    Scenario: What can be done at "Followed up"
      Given the joint forum "Joint forum of 2020" is at "Followed up"
      Then these steps are open to the joint forum "Joint forum of 2020"
        | Step                                          | Who           | Must be given | May be given | Leads to |
        | Close it                                      | the secretary |               |              | Closed   |
        | Correct: Title, What was agreed on them, Note | the secretary |               |              |          |
        | Take back the last step                       | the secretary |               |              | Held     |

    Scenario: What can be done at "Closed"
      Given the joint forum "Joint forum of 2020" is at "Closed"
      Then these steps are open to the joint forum "Joint forum of 2020"
        | Step                                          | Who           | Must be given | May be given | Leads to |
        | Correct: Title, What was agreed on them, Note | the secretary |               |              |          |

    Scenario: What can be done at "Called off"
      Given the joint forum "Joint forum of 2020" is at "Called off"
      Then these steps are open to the joint forum "Joint forum of 2020"
        | Step                                          | Who           | Must be given | May be given | Leads to |
        | Correct: Title, What was agreed on them, Note | the secretary |               |              |          |
