Feature: Reviews of existing work, and inputs at every tier
  Before the agencies plan anything new, they look at what is done already at tiers 2 and 3 and at how far it
  prevents. Then they say what each of them puts in.

  @S-9.3
  Rule: Existing work at tiers 2 and 3 is reviewed for each behaviour that the Board has chosen

    Scenario: The reviewer reports what there is and what should change
      Given the review "Review of work on example buses" is at "Under way"
      When the evaluator asks to "Report what it found" for the review "Review of work on example buses"
        | Work at tier 2             | Talks with drivers |
        | Work at tier 3             | Bans from buses    |
        | Recommendations for change | Mentors on buses   |
      Then it is done
      And the behaviour "Threats on example buses" shows
        | reviews of existing work | 1 |

    Scenario Outline: A report without "<what>" is not complete
      Given the review "Review of work on example buses" is at "Under way"
      When the evaluator asks to "Report what it found" for the review "Review of work on example buses"
        | <one>   | Talks with drivers |
        | <other> | Bans from buses    |
      Then it is sent back because "must be given (<what>)"

      Examples:
        | what                       | one            | other                      |
        | Work at tier 2             | Work at tier 3 | Recommendations for change |
        | Work at tier 3             | Work at tier 2 | Recommendations for change |
        | Recommendations for change | Work at tier 2 | Work at tier 3             |

    Scenario: Work on a behaviour that has only been proposed is not reviewed yet
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the secretary asks to "Begin a review"
        | Title     | Review of work on example buses |
        | Behaviour | Threats on example buses        |
        | Reviewer  | Eve Example                     |
      Then it is refused only because "the Board has made the behaviour a priority"

    Scenario: Work is also reviewed after the analysis
      Given the behaviour "Threats on example buses" is at "Analysed"
      When the board member asks to "Begin a review"
        | Title     | Review of work on example buses |
        | Behaviour | Threats on example buses        |
        | Reviewer  | Eve Example                     |
      Then it is done

    Scenario Outline: An initiative at <tier> that is aimed at "<behaviour>" is not looked at
      Given the review "Review of work on example buses" is at "Under way"
      And the behaviour "Loud example parties" is at "Proposed"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Example service |
        | Tier                                          | <tier>          |
        | Behaviour it is aimed at                      | <behaviour>     |
        | Upper-tier authorities in whose areas it runs | Example Council |
      When the evaluator asks to "Report what it found" for the review "Review of work on example buses"
        | Work at tier 2             | Talks with drivers |
        | Work at tier 3             | Bans from buses    |
        | Recommendations for change | Mentors on buses   |
        | Initiatives looked at      | Example service    |
      Then it is refused only because "every initiative looked at is aimed at this behaviour"

      Examples:
        | tier                           | behaviour                |
        | Tier 2, aimed at one behaviour | Loud example parties     |
        | Tier 1, generic                | Threats on example buses |

    Scenario Outline: An initiative at <tier> is looked at
      Given the review "Review of work on example buses" is at "Under way"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Example service          |
        | Tier                                          | <tier>                   |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Upper-tier authorities in whose areas it runs | Example Council          |
      When the secretary asks to "Report what it found" for the review "Review of work on example buses"
        | Work at tier 2             | Talks with drivers |
        | Work at tier 3             | Bans from buses    |
        | Recommendations for change | Mentors on buses   |
        | Initiatives looked at      | Example service    |
      Then it is done

      Examples:
        | tier                           |
        | Tier 2, aimed at one behaviour |
        | Tier 3, aimed at one behaviour |

    Scenario: A review that was dropped by mistake counts again
      Given the review "Review of work on example buses" is at "Reported"
      And the chair has been able to "Drop the review" for the review "Review of work on example buses"
        | Why it was dropped | It was thought to be of another year |
      Then the behaviour "Threats on example buses" shows
        | reviews of existing work | 0 |
      When the secretary asks to take back the last step of the review "Review of work on example buses" because "it is of this year"
      Then it is done
      And the behaviour "Threats on example buses" shows
        | reviews of existing work | 1 |

  @A-2.5
  Rule: An input says who puts in what, at which tier and to what end

    Scenario: An agency adds what it puts in itself
      Given the strategy "Calm example buses" is at "Drafted"
      When the police officer asks to "Add an input"
        | What is put in         | Officers on the last bus           |
        | Strategy               | Calm example buses                 |
        | Tier                   | Tier 3 (aimed at the behaviour)    |
        | What it does           | It reduces the behaviour meanwhile |
        | Agency that puts it in | Example Police                     |
      Then it is done

    Scenario: An agency does not add what another is to put in
      Given the strategy "Calm example buses" is at "Drafted"
      When the police officer asks to "Add an input"
        | What is put in         | Youth workers        |
        | Strategy               | Calm example buses   |
        | Tier                   | Tier 1 (generic)     |
        | What it does           | It deals with causes |
        | Agency that puts it in | Example Council      |
      Then it is refused because "'Add an input' is for Secretariat, Board member or Agency officer of the agency that puts it in"

    Scenario Outline: An input is put in place once the strategy is adopted
      Given the strategy "Calm example buses" is at "<stage>"
      When the council officer asks to "Put it in place" for the input "input at tier 0"
      Then it is done

      Examples:
        | stage                                       |
        | Adopted by the Board                        |
        | Approved by the Strategic Partnership Board |

    Scenario: Nothing is in place before the strategy is adopted
      Given the strategy "Calm example buses" is ready for "Adopt it"
      When the council officer asks to "Put it in place" for the input "input at tier 0"
      Then it is refused only because "the strategy has been adopted"

    Scenario Outline: An input is added to a strategy that is <stage>
      Given the strategy "Calm example buses" is at "<stage>"
      When the board member asks to "Add an input"
        | What is put in | Youth workers        |
        | Strategy       | Calm example buses   |
        | Tier           | Tier 1 (generic)     |
        | What it does   | It deals with causes |
      Then it is done

      Examples:
        | stage                                       |
        | Drafted                                     |
        | Adopted by the Board                        |
        | Approved by the Strategic Partnership Board |

    Scenario: Nothing is added to a strategy that has ended
      Given the strategy "Calm example buses" is at "Drafted"
      And the chair has been able to "End the strategy" for the strategy "Calm example buses"
        | Why it ended | A wider one takes its place |
      When the board member asks to "Add an input"
        | What is put in | Youth workers        |
        | Strategy       | Calm example buses   |
        | Tier           | Tier 1 (generic)     |
        | What it does   | It deals with causes |
      Then it is refused only because "the strategy has not ended"

    Scenario: Where more is needed is said of the input
      Given the strategy "Calm example buses" is at "Drafted"
      And the community "Example Quay" is at "On the register"
      When the secretary asks to "Add an input"
        | What is put in                   | Youth workers        |
        | Strategy                         | Calm example buses   |
        | Tier                             | Tier 1 (generic)     |
        | What it does                     | It deals with causes |
        | Communities that need more of it | Example Quay         |
      Then it is done

    Scenario: The inputs of another strategy are not counted
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the council officer has been able to "Put it in place" for the input "input at tier 0"
      And the secretary has been able to "Draft a strategy"
        | Title                                                 | Calm example trains      |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      Then the strategy "Calm example trains" shows
        | inputs in place | 0 |
      And the strategy "Calm example buses" shows
        | inputs in place | 1 |
      When the council officer asks to "End it" for the input "input at tier 0"
        | Why it ended | Nobody came |
      Then the strategy "Calm example buses" shows
        | inputs in place | 0 |
      When the secretary asks to take back the last step of the input "input at tier 0" because "it was another club"
      Then the strategy "Calm example buses" shows
        | inputs in place | 1 |

  @S-9.3
  Rule: What can be done with a review at each stage, and by whom

    Scenario: How a review is opened
      Then a review is opened by these steps
        | Step           | Who                             | Must be given              | May be given | Leads to  |
        | Begin a review | the secretary, the board member | Title, Behaviour, Reviewer | Note         | Under way |

    Scenario: What can be done once a review is under way
      Given the review "Review of work on example buses" is at "Under way"
      Then these steps are open to the review "Review of work on example buses"
        | Step                                                                             | Who                                      | Must be given                                              | May be given          | Leads to |
        | Report what it found                                                             | the secretary, the evaluator             | Work at tier 2, Work at tier 3, Recommendations for change | Initiatives looked at | Reported |
        | Drop the review                                                                  | the secretary, the chair, the vice-chair | Why it was dropped                                         |                       | Dropped  |
        | Correct: Title, Work at tier 2, Work at tier 3, Recommendations for change, Note | the secretary                            | Title                                                      |                       |          |
      And the review "Review of work on example buses" should move on by 5 April 2020, or the secretary, the evaluator are told

    Scenario: What can be done once a review has been reported
      Given the review "Review of work on example buses" is at "Reported"
      Then these steps are open to the review "Review of work on example buses"
        | Step                                                                             | Who                                      | Must be given                                              | May be given          | Leads to |
        | Report what it found                                                             | the secretary, the evaluator             | Work at tier 2, Work at tier 3, Recommendations for change | Initiatives looked at | Reported |
        | Drop the review                                                                  | the secretary, the chair, the vice-chair | Why it was dropped                                         |                       | Dropped  |
        | Correct: Title, Work at tier 2, Work at tier 3, Recommendations for change, Note | the secretary                            | Title                                                      |                       |          |

    Scenario: What can be done once a review has been dropped
      Given the review "Review of work on example buses" is at "Under way"
      And the secretary has been able to "Drop the review" for the review "Review of work on example buses"
        | Why it was dropped | It was of another year |
      Then these steps are open to the review "Review of work on example buses"
        | Step                                                                             | Who           | Must be given | May be given | Leads to  |
        | Correct: Title, Work at tier 2, Work at tier 3, Recommendations for change, Note | the secretary | Title         |              |           |
        | Take back the last step                                                          | the secretary |               |              | Under way |

  @A-2.5
  Rule: What can be done with an input at each stage, and by whom

    Scenario: How an input is opened
      Then an input is opened by these steps
        | Step         | Who                             | Must be given                                | May be given                                                                                                  | Leads to |
        | Add an input | the secretary, the board member | What is put in, Strategy, Tier, What it does | Agency that puts it in, Communities that need more of it, Initiative that carries it, To be in place by, Note | Planned  |

    Scenario: What can be done once an input is planned
      Given the strategy "Calm example buses" is at "Drafted"
      And the secretary has been able to "Add an input"
        | What is put in         | Night buses with a steward         |
        | Strategy               | Calm example buses                 |
        | Tier                   | Tier 2 (aimed at the behaviour)    |
        | What it does           | It reduces the behaviour meanwhile |
        | Agency that puts it in | Example Council                    |
        | To be in place by      | in 40 days                         |
      Then these steps are open to the input "Night buses with a steward"
        | Step                                             | Who                                | Must be given  | May be given               | Leads to |
        | Put it in place                                  | the secretary, the council officer |                | Initiative that carries it | In place |
        | End it                                           | the secretary, the council officer | Why it ended   |                            | Ended    |
        | Correct: What is put in, To be in place by, Note | the secretary                      | What is put in |                            |          |
      And the input "Night buses with a steward" should move on by 15 February 2020, or the secretary, the council officer are told

    Scenario: What can be done once an input is in place
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the secretary has been able to "Put it in place" for the input "input at tier 0"
      Then these steps are open to the input "input at tier 0"
        | Step                                             | Who                                | Must be given  | May be given | Leads to |
        | End it                                           | the secretary, the council officer | Why it ended   |              | Ended    |
        | Correct: What is put in, To be in place by, Note | the secretary                      | What is put in |              |          |

    Scenario: What can be done once an input has ended
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the council officer has been able to "End it" for the input "input at tier 0"
        | Why it ended | Nobody came |
      Then these steps are open to the input "input at tier 0"
        | Step                                             | Who           | Must be given  | May be given | Leads to |
        | Correct: What is put in, To be in place by, Note | the secretary | What is put in |              |          |
        | Take back the last step                          | the secretary |                |              | Planned  |
