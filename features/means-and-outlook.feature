Feature: Enablers, funding opportunities and the horizon
  Some of what the Board does serves every behaviour at once: it helps people to lead, finds money, and keeps an
  eye on what is coming.

  @A-2.8
  Rule: The Board may invest in general enablers such as the skills of community leaders

    Scenario: A member proposes a course and the chair gives the Board's choice
      Given the enabler "Example course for community leaders" is at "Proposed"
      When the chair asks to "Begin" for the enabler "Example course for community leaders"
        | Agency that leads on it | Example Council |
        | Cost                    | 4000.00         |
      Then it is done
      And the enabler "Example course for community leaders" is at "Under way"

    Scenario: The agency that leads on it says how it goes
      Given the enabler "Example course for community leaders" is at "Under way"
      When 100 days pass
      And the council officer asks to "Report how it goes" for the enabler "Example course for community leaders"
        | What came of it | Six leaders so far |
      Then it is done
      And the enabler "Example course for community leaders" should move on by in 182 days, or the secretary, the council officer are told

    Scenario: An agency that does not lead on it does not complete it
      Given the enabler "Example course for community leaders" is at "Under way"
      When the police officer asks to "Complete" for the enabler "Example course for community leaders"
        | What came of it | Twelve leaders took part |
      Then it is refused only because "'Complete' is for Agency officer of the agency that leads on it or Secretariat"

    Scenario: An enabler may cost nothing, but not less
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Propose an enabler"
        | Title          | Example course for speakers |
        | What it builds | Shared messages             |
        | Cost           | 0                           |
      Then it is done
      When the secretary asks to "Propose an enabler"
        | Title          | Example course for writers |
        | What it builds | Shared messages            |
        | Cost           | -0.01                      |
      Then it is sent back because "it must be at least £0.00"

  @A-2.11
  Rule: Funding opportunities are found and followed up

    Scenario: The money is won
      Given the funding opportunity "Example fund for young people" is at "Applied for"
      When the council officer asks to "Record that it was won" for the funding opportunity "Example fund for young people"
        | Amount | 15000.00 |
      Then it is done
      And the funding opportunity "Example fund for young people" is at "Won"

    Scenario: Only who follows it up, or the secretariat, applies
      Given the funding opportunity "Example fund for young people" is at "Being followed up"
      When the police officer asks to "Apply for it" for the funding opportunity "Example fund for young people"
        | What it could pay for | Threats on example buses |
        | Amount                | 20000.00                 |
      Then it is refused only because "'Apply for it' is for the person named as lead in the funding opportunity or Secretariat"

    Scenario Outline: The last day to apply is <when>
      Given the behaviour "Threats on example buses" is at "Prioritised"
      And the board member has been able to "Enter a funding opportunity"
        | Title             | Second example fund |
        | Funder            | Example Foundation  |
        | Last day to apply | <when>              |
      And the secretary has been able to "Say who follows it up" for the funding opportunity "Second example fund"
        | Lead | Con Example |
      When 20 days pass
      And the council officer asks to "Apply for it" for the funding opportunity "Second example fund"
        | What it could pay for | Threats on example buses |
        | Amount                | 20000.00                 |
      Then it is done

      Examples:
        | when       |
        |            |
        | in 20 days |

    Scenario: The last day to apply has passed
      Given the funding opportunity "Example fund for young people" is at "Being followed up"
      When 54 days pass
      And the council officer asks to "Apply for it" for the funding opportunity "Example fund for young people"
        | What it could pay for | Threats on example buses |
        | Amount                | 20000.00                 |
      Then it is refused only because "the last day to apply has not passed"

    Scenario Outline: What was entered as "<step>" by mistake is taken back
      Given the funding opportunity "Example fund for young people" is at "Applied for"
      And the council officer has been able to "<step>" for the funding opportunity "Example fund for young people"
        | <label> | <value> |
      When the secretary asks to take back the last step of the funding opportunity "Example fund for young people" because "it was another fund"
      Then it is done
      And the funding opportunity "Example fund for young people" is at "Applied for"

      Examples:
        | step                           | label                  | value              |
        | Record that it was won         | Amount                 | 15000.00           |
        | Record that nothing came of it | Why nothing came of it | It was turned down |

    Scenario: The money to apply for may be nothing yet, but not less
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Enter a funding opportunity"
        | Title  | Second example fund |
        | Funder | Example Foundation  |
        | Amount | 0                   |
      Then it is done
      When the secretary asks to "Enter a funding opportunity"
        | Title  | Third example fund |
        | Funder | Example Foundation |
        | Amount | -0.01              |
      Then it is sent back because "it must be at least £0.00"

  @A-2.12 @A-3.5
  Rule: The Board keeps an eye on what is coming

    Scenario: What is noticed goes before the next meeting
      Given the development "Calmer buses in another town" is at "Noticed"
      When the secretary asks to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 21 days |
      Then the development "Calmer buses in another town" should move on by in 21 days, or the secretary, the chair are told

    Scenario: The Board says what it makes of a development
      Given the development "Calmer buses in another town" is at "Noticed"
      When the chair asks to "Record what the Board makes of it" for the development "Calmer buses in another town"
        | What the Board makes of it | To be tried here |
      Then it is done
      And the development "Calmer buses in another town" is at "Considered"

  @A-2.8
  Rule: What can be done with an enabler at each stage, and by whom

    Scenario: How an enabler is opened
      Then an enabler is opened by these steps
        | Step               | Who                                                        | Must be given         | May be given                                                    | Leads to |
        | Propose an enabler | the secretary, the chair, the vice-chair, the board member | Title, What it builds | Agency that leads on it, Communities that it serves, Cost, Note | Proposed |

    Scenario: What can be done once an enabler is proposed
      Given the enabler "Example course for community leaders" is at "Proposed"
      Then these steps are open to the enabler "Example course for community leaders"
        | Step                                                   | Who                       | Must be given           | May be given | Leads to  |
        | Begin                                                  | the chair, the vice-chair | Agency that leads on it | Cost         | Under way |
        | Drop it                                                | the chair, the vice-chair | Why it was dropped      |              | Dropped   |
        | Correct: Title, Communities that it serves, Cost, Note | the secretary             | Title                   |              |           |
      And the enabler "Example course for community leaders" should move on by no day, or the secretary is told

    Scenario: What can be done once an enabler is under way
      Given the enabler "Example course for community leaders" is at "Under way"
      Then these steps are open to the enabler "Example course for community leaders"
        | Step                                                   | Who                                | Must be given      | May be given | Leads to  |
        | Report how it goes                                     | the secretary, the council officer | What came of it    |              | Under way |
        | Complete                                               | the secretary, the council officer | What came of it    |              | Completed |
        | Drop it                                                | the chair, the vice-chair          | Why it was dropped |              | Dropped   |
        | Correct: Title, Communities that it serves, Cost, Note | the secretary                      | Title              |              |           |
      And the enabler "Example course for community leaders" should move on by 13 July 2020, or the secretary, the council officer are told

    Scenario: What can be done once an enabler is completed
      Given the enabler "Example course for community leaders" is at "Completed"
      Then these steps are open to the enabler "Example course for community leaders"
        | Step                                                   | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Communities that it serves, Cost, Note | the secretary | Title         |              |          |

    Scenario: What can be done once an enabler has been dropped
      Given the enabler "Example course for community leaders" is at "Proposed"
      And the chair has been able to "Drop it" for the enabler "Example course for community leaders"
        | Why it was dropped | Another body offers it |
      Then these steps are open to the enabler "Example course for community leaders"
        | Step                                                   | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Communities that it serves, Cost, Note | the secretary | Title         |              |          |

  @A-2.11
  Rule: What can be done with a funding opportunity at each stage, and by whom

    Scenario: How a funding opportunity is opened
      Then a funding opportunity is opened by these steps
        | Step                        | Who                                                        | Must be given | May be given                                           | Leads to |
        | Enter a funding opportunity | the secretary, the chair, the vice-chair, the board member | Title, Funder | Last day to apply, Amount, What it could pay for, Note | Found    |

    Scenario: What can be done once a funding opportunity has been found
      Given the funding opportunity "Example fund for young people" is at "Found"
      Then these steps are open to the funding opportunity "Example fund for young people"
        | Step                                            | Who                                      | Must be given          | May be given      | Leads to          |
        | Say who follows it up                           | the secretary, the chair, the vice-chair | Lead                   | Last day to apply | Being followed up |
        | Record that nothing came of it                  | the secretary                            | Why nothing came of it |                   | Not won or let go |
        | Correct: Title, Funder, Last day to apply, Note | the secretary                            | Title, Funder          |                   |                   |
      And the funding opportunity "Example fund for young people" should move on by 6 March 2020, or the secretary is told

    Scenario: What can be done once a funding opportunity is followed up
      Given the funding opportunity "Example fund for young people" is at "Being followed up"
      Then these steps are open to the funding opportunity "Example fund for young people"
        | Step                                            | Who                                      | Must be given                 | May be given      | Leads to          |
        | Say who follows it up                           | the secretary, the chair, the vice-chair | Lead                          | Last day to apply | Being followed up |
        | Apply for it                                    | the secretary, the council officer       | What it could pay for, Amount |                   | Applied for       |
        | Record that nothing came of it                  | the secretary, the council officer       | Why nothing came of it        |                   | Not won or let go |
        | Correct: Title, Funder, Last day to apply, Note | the secretary                            | Title, Funder                 |                   |                   |
      And the funding opportunity "Example fund for young people" should move on by 6 March 2020, or the secretary, the council officer are told

    Scenario: What can be done once money has been applied for
      Given the funding opportunity "Example fund for young people" is at "Applied for"
      Then these steps are open to the funding opportunity "Example fund for young people"
        | Step                                            | Who                                | Must be given          | May be given | Leads to          |
        | Record that it was won                          | the secretary, the council officer | Amount                 |              | Won               |
        | Record that nothing came of it                  | the secretary, the council officer | Why nothing came of it |              | Not won or let go |
        | Correct: Title, Funder, Last day to apply, Note | the secretary                      | Title, Funder          |              |                   |
      And the funding opportunity "Example fund for young people" should move on by 26 May 2020, or the secretary, the council officer are told

    Scenario: What can be done once money has been won
      Given the funding opportunity "Example fund for young people" is at "Won"
      Then these steps are open to the funding opportunity "Example fund for young people"
        | Step                                            | Who           | Must be given | May be given | Leads to    |
        | Correct: Title, Funder, Last day to apply, Note | the secretary | Title, Funder |              |             |
        | Take back the last step                         | the secretary |               |              | Applied for |

    Scenario: What can be done once nothing came of an opportunity
      Given the funding opportunity "Example fund for young people" is at "Being followed up"
      And the council officer has been able to "Record that nothing came of it" for the funding opportunity "Example fund for young people"
        | Why nothing came of it | It was not for us |
      Then these steps are open to the funding opportunity "Example fund for young people"
        | Step                                            | Who           | Must be given | May be given | Leads to          |
        | Correct: Title, Funder, Last day to apply, Note | the secretary | Title, Funder |              |                   |
        | Take back the last step                         | the secretary |               |              | Being followed up |

  @A-2.12
  Rule: What can be done with a development at each stage, and by whom

    Scenario: How a development is opened
      Then a development is opened by these steps
        | Step                | Who                                                        | Must be given                          | May be given                      | Leads to |
        | Enter a development | the secretary, the chair, the vice-chair, the board member | Title, What it is, Where it is, Source | Behaviours that it bears on, Note | Noticed  |

    Scenario: What can be done once a development has been noticed
      Given the development "Calmer buses in another town" is at "Noticed"
      Then these steps are open to the development "Calmer buses in another town"
        | Step                              | Who                                      | Must be given              | May be given                | Leads to   |
        | Record what the Board makes of it | the secretary, the chair, the vice-chair | What the Board makes of it | Behaviours that it bears on | Considered |
        | Correct: Title, Source, Note      | the secretary                            | Title, Source              |                             |            |
      And the development "Calmer buses in another town" should move on by no day, or the secretary, the chair are told

    Scenario: What can be done once a development has been considered
      Given the development "Calmer buses in another town" is at "Considered"
      Then these steps are open to the development "Calmer buses in another town"
        | Step                         | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Source, Note | the secretary | Title, Source |              |          |
        | Take back the last step      | the secretary |               |              | Noticed  |
