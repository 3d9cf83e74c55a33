Feature: The strategy against a behaviour
  For each behaviour the agencies agree what they will do together, at every tier, and how they will see
  whether it helps. Zones are commissioned as part of that strategy.

  @A-2.5
  Rule: Each targeted behaviour gets a strategy that the Board adopts

    Scenario: A member drafts a strategy and the chair gives the Board's adoption
      Given the strategy "Calm example buses" is ready for "Adopt it"
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done
      And the strategy "Calm example buses" is at "Adopted by the Board"

    Scenario: A member does not adopt what members have drafted
      Given the strategy "Calm example buses" is ready for "Adopt it"
      When the board member asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "'Adopt it' is for Chair or Vice-chair"

    Scenario: It is seen how many zones are part of a strategy
      Given the zone "Example Wharf" is at "Commissioned"
      And the board member has been able to "Propose a zone"
        | Name                    | Example Mill                       |
        | Behaviour               | Threats on example buses           |
        | How the place was found | The behaviour is most common there |
      Then the strategy "Calm example buses" shows
        | zones that are part of it | 1 |

  @S-5.3
  Rule: A strategy is made for a behaviour that the Board has chosen

    Scenario: A behaviour that has only been proposed gets no strategy yet
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the board member asks to "Draft a strategy"
        | Title                                                 | Calm example buses       |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      Then it is refused only because "the Board has made the behaviour a priority"

    Scenario: While a priority is being analysed, its strategy can be drafted
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the secretary asks to "Draft a strategy"
        | Title                                                 | Calm example buses       |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      Then it is done

  @A-3.7
  Rule: The behaviour is analysed before the strategy is adopted

    Scenario: The analysis has been opened again
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Analyse it again" for the behaviour "Threats on example buses"
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "the behaviour has been analysed"

  @S-9.3
  Rule: Existing work at tiers 2 and 3 is reviewed before the strategy is adopted

    Scenario: A review that has not reported yet is not enough
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Drop the review" for the review "review"
        | Why it was dropped | It left out one of the routes |
      And the secretary has been able to "Begin a review"
        | Title     | Second review            |
        | Behaviour | Threats on example buses |
        | Reviewer  | Eve Example              |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "existing work at tiers 2 and 3 has been reviewed, or an exception is minuted"

      When the evaluator asks to "Report what it found" for the review "Second review"
        | Work at tier 2             | Talks with drivers |
        | Work at tier 3             | Bans from buses    |
        | Recommendations for change | Mentors on buses   |
      And the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done

    Scenario: A review of work on another behaviour is not enough
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the behaviour "Loud example parties" is at "Prioritised"
      And the secretary has been able to "Drop the review" for the review "review"
        | Why it was dropped | It left out one of the routes |
      And the secretary has been able to "Begin a review"
        | Title     | Review of work on parties |
        | Behaviour | Loud example parties      |
        | Reviewer  | Eve Example               |
      And the evaluator has been able to "Report what it found" for the review "Review of work on parties"
        | Work at tier 2             | Letters to neighbours |
        | Work at tier 3             | Fines                 |
        | Recommendations for change | Talk earlier          |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "existing work at tiers 2 and 3 has been reviewed, or an exception is minuted"

    Scenario Outline: The Board minutes why it goes on without a review, until <last day>
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Drop the review" for the review "review"
        | Why it was dropped | It left out one of the routes |
      And the secretary has been able to "Record a decision"
        | What was decided          | Go on without a review                      |
        | Body that decided         | Prevention Board                            |
        | Date of the meeting       | today                                       |
        | Minute                    | 2020/2                                      |
        | Kind of decision          | An exception to a rule                      |
        | What it is about          | Calm example buses                          |
        | Rule that it sets aside   | Existing work is reviewed before a strategy |
        | Last day of the exception | <last day>                                  |
        | Reason given              | There is no such work                       |
      When 30 days pass
      And the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done

      Examples:
        | last day   |
        |            |
        | in 30 days |

    Scenario: The minutes are confirmed before it is used: the Board minutes why it goes on without a review
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Drop the review" for the review "review"
        | Why it was dropped | It left out one of the routes |
      And the secretary has been able to "Record a decision"
        | What was decided        | Go on without a review                      |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/2                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Calm example buses                          |
        | Rule that it sets aside | Existing work is reviewed before a strategy |
        | Reason given            | There is no such work                       |
      And the chair has been able to "Confirm the minutes" for the decision "Go on without a review"
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done

    Scenario Outline: What does not stand in for the review: <what>
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the behaviour "Loud example parties" is at "Prioritised"
      And the secretary has been able to "Drop the review" for the review "review"
        | Why it was dropped | It left out one of the routes |
      And the secretary has been able to "Record a decision"
        | What was decided          | Set a rule aside       |
        | Body that decided         | Prevention Board       |
        | Date of the meeting       | today                  |
        | Minute                    | 2020/2                 |
        | Kind of decision          | An exception to a rule |
        | What it is about          | <about>                |
        | Rule that it sets aside   | <rule>                 |
        | Last day of the exception | <last day>             |
        | Reason given              | There is no such work  |
      When 30 days pass
      And the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "existing work at tiers 2 and 3 has been reviewed, or an exception is minuted"

      Examples:
        | what                              | about                | rule                                        | last day   |
        | an exception for another strategy | Loud example parties | Existing work is reviewed before a strategy |            |
        | an exception to another rule      | Calm example buses   | A strategy has an input at every tier       |            |
        | an exception that has run out     | Calm example buses   | Existing work is reviewed before a strategy | in 29 days |

    Scenario: A rescinded exception does not stand in for the review
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Drop the review" for the review "review"
        | Why it was dropped | It left out one of the routes |
      And the secretary has been able to "Record a decision"
        | What was decided        | Go on without a review                      |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/2                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Calm example buses                          |
        | Rule that it sets aside | Existing work is reviewed before a strategy |
        | Reason given            | There is no such work                       |
      And the chair has been able to "Rescind the decision" for the decision "Go on without a review"
        | Why it was rescinded | There is such work |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "existing work at tiers 2 and 3 has been reviewed, or an exception is minuted"

  @A-2.5
  Rule: A strategy says what is put in at every tier

    Scenario Outline: Nothing is put in at tier <tier>
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Add an input"
        | What is put in | More of the same   |
        | Strategy       | Calm example buses |
        | Tier           | <another>          |
        | What it does   | <aim>              |
      And the secretary has been able to "End it" for the input "input at tier <tier>"
        | Why it ended | Nobody can pay for it |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "every tier has an input, or an exception is minuted"
      And the strategy "Calm example buses" shows
        | tiers without an input | <title> |

      Examples:
        | tier | title                           | another                         | aim                                |
        | 0    | Tier 0 (generic)                | Tier 1 (generic)                | It deals with causes               |
        | 1    | Tier 1 (generic)                | Tier 0 (generic)                | It deals with causes               |
        | 2    | Tier 2 (aimed at the behaviour) | Tier 3 (aimed at the behaviour) | It reduces the behaviour meanwhile |
        | 3    | Tier 3 (aimed at the behaviour) | Tier 2 (aimed at the behaviour) | It reduces the behaviour meanwhile |

    Scenario: What another strategy puts in does not fill a tier
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "End it" for the input "input at tier 0"
        | Why it ended | Nobody can pay for it |
      And the secretary has been able to "Draft a strategy"
        | Title                                                 | Calm example trains      |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      And the secretary has been able to "Add an input"
        | What is put in | Games at stations    |
        | Strategy       | Calm example trains  |
        | Tier           | Tier 0 (generic)     |
        | What it does   | It deals with causes |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "every tier has an input, or an exception is minuted"

    Scenario: An input that is in place fills its tier, also when a strategy is looked at later
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the council officer has been able to "Put it in place" for the input "input at tier 0"
      Then the strategy "Calm example buses" shows
        | tiers without an input | none |
        | aims without an input  | none |
        | inputs in place        | 1    |
      When the council officer asks to "Put it in place" for the input "input at tier 1"
      Then the strategy "Calm example buses" shows
        | aims without an input | none |
        | inputs in place       | 2    |

    Scenario Outline: The Board minutes why a tier stays empty, until <last day>
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "End it" for the input "input at tier 0"
        | Why it ended | Nobody can pay for it |
      And the secretary has been able to "Record a decision"
        | What was decided          | Go on without tier 0                  |
        | Body that decided         | Prevention Board                      |
        | Date of the meeting       | today                                 |
        | Minute                    | 2020/2                                |
        | Kind of decision          | An exception to a rule                |
        | What it is about          | Calm example buses                    |
        | Rule that it sets aside   | A strategy has an input at every tier |
        | Last day of the exception | <last day>                            |
        | Reason given              | It comes next year                    |
      When 30 days pass
      And the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done

      Examples:
        | last day   |
        |            |
        | in 30 days |

    Scenario: The minutes are confirmed before it is used: the Board minutes why a tier stays empty
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "End it" for the input "input at tier 0"
        | Why it ended | Nobody can pay for it |
      And the secretary has been able to "Record a decision"
        | What was decided        | Go on without tier 0                  |
        | Body that decided       | Prevention Board                      |
        | Date of the meeting     | today                                 |
        | Minute                  | 2020/2                                |
        | Kind of decision        | An exception to a rule                |
        | What it is about        | Calm example buses                    |
        | Rule that it sets aside | A strategy has an input at every tier |
        | Reason given            | It comes next year                    |
      And the chair has been able to "Confirm the minutes" for the decision "Go on without tier 0"
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done

    Scenario Outline: What does not stand in for an input: <what>
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "End it" for the input "input at tier 0"
        | Why it ended | Nobody can pay for it |
      And the secretary has been able to "Record a decision"
        | What was decided          | Set a rule aside       |
        | Body that decided         | Prevention Board       |
        | Date of the meeting       | today                  |
        | Minute                    | 2020/2                 |
        | Kind of decision          | An exception to a rule |
        | What it is about          | <about>                |
        | Rule that it sets aside   | <rule>                 |
        | Last day of the exception | <last day>             |
        | Reason given              | It comes next year     |
      When 30 days pass
      And the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "every tier has an input, or an exception is minuted"

      Examples:
        | what                                | about                    | rule                                        | last day   |
        | an exception about something else   | Threats on example buses | A strategy has an input at every tier       |            |
        | an exception to some other rule     | Calm example buses       | Existing work is reviewed before a strategy |            |
        | an exception whose last day is gone | Calm example buses       | A strategy has an input at every tier       | in 29 days |

    Scenario: A rescinded exception does not stand in for an input
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "End it" for the input "input at tier 0"
        | Why it ended | Nobody can pay for it |
      And the secretary has been able to "Record a decision"
        | What was decided        | Go on without tier 0                  |
        | Body that decided       | Prevention Board                      |
        | Date of the meeting     | today                                 |
        | Minute                  | 2020/2                                |
        | Kind of decision        | An exception to a rule                |
        | What it is about        | Calm example buses                    |
        | Rule that it sets aside | A strategy has an input at every tier |
        | Reason given            | It comes next year                    |
      And the chair has been able to "Rescind the decision" for the decision "Go on without tier 0"
        | Why it was rescinded | The money was found |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "every tier has an input, or an exception is minuted"

    Scenario Outline: An agency ends the only input at a tier of a strategy that is <stage>
      Given the strategy "Calm example buses" is at "<stage>"
      When the council officer asks to "End it" for the input "input at tier 0"
        | Why it ended | Nobody can pay for it |
      Then it is done
      And the strategy "Calm example buses" is in breach because "every tier has an input, or an exception is minuted" since today
      When the council officer asks to "Add an input"
        | What is put in         | A library that stays open |
        | Strategy               | Calm example buses        |
        | Tier                   | Tier 0 (generic)          |
        | What it does           | It deals with causes      |
        | Agency that puts it in | Example Council           |
      Then it is done
      And the strategy "Calm example buses" is no longer in breach

      Examples:
        | stage                                       |
        | Adopted by the Board                        |
        | Approved by the Strategic Partnership Board |

  @A-2.2
  Rule: A strategy deals with causes and reduces the behaviour meanwhile

    Scenario: Everything that is put in deals with the behaviour of today
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "End it" for the input "input at tier 0"
        | Why it ended | It takes too long |
      And the secretary has been able to "End it" for the input "input at tier 1"
        | Why it ended | It takes too long |
      And the secretary has been able to "Add an input"
        | What is put in | A helpline at night                |
        | Strategy       | Calm example buses                 |
        | Tier           | Tier 0 (generic)                   |
        | What it does   | It reduces the behaviour meanwhile |
      And the secretary has been able to "Add an input"
        | What is put in | Posters                            |
        | Strategy       | Calm example buses                 |
        | Tier           | Tier 1 (generic)                   |
        | What it does   | It reduces the behaviour meanwhile |
      And the secretary has been able to "Draft a strategy"
        | Title                                                 | Calm example trains      |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      And the secretary has been able to "Add an input"
        | What is put in | Games at stations    |
        | Strategy       | Calm example trains  |
        | Tier           | Tier 0 (generic)     |
        | What it does   | It deals with causes |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "one input deals with causes, and one reduces the behaviour meanwhile"

  @A-2.6
  Rule: A strategy names policy enablers and how it fits with others, and says how the behaviour is watched

    Scenario: Nobody is named who watches the behaviour
      Given the strategy "Calm example buses" is ready for "Adopt it"
      When the secretary asks to take back the last step of the strategy "Calm example buses" because "it was another strategy's"
      And the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "policy, the fit with other strategies and who watches the behaviour are set out"

    Scenario Outline: Without "<what>" it is not set out
      Given the strategy "Calm example buses" is at "Drafted"
      When the board member asks to "Set out policy, fit and who watches" for the strategy "Calm example buses"
        | <one>   | <this> |
        | <other> | <that> |
      Then it is sent back because "must be given (<what>)"

      Examples:
        | what                      | one             | this             | other                     | that                   |
        | Policy enablers           | Monitoring lead | Eve Example      | Fit with other strategies | The example youth plan |
        | Fit with other strategies | Monitoring lead | Eve Example      | Policy enablers           | One rule on bans       |
        | Monitoring lead           | Policy enablers | One rule on bans | Fit with other strategies | The example youth plan |

    Scenario: Communities that need more may be places or not
      Given the strategy "Calm example buses" is at "Drafted"
      And the community "Example Quay" is at "On the register"
      And the secretary has been able to "Register a community"
        | Name              | Example pupils with carers' duties |
        | Upper-tier area   | More than one of these             |
        | Kind of community | People with something in common    |
      When the board member asks to "Set out policy, fit and who watches" for the strategy "Calm example buses"
        | Policy enablers            | One rule on bans                                 |
        | Fit with other strategies  | The example youth plan                           |
        | Monitoring lead            | Eve Example                                      |
        | Communities that need more | Example Quay, Example pupils with carers' duties |
      Then it is done

    Scenario: The behaviour has no measure in use
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Stop counting it" for the measure "measure"
        | Why it is no longer counted | The bus company has stopped |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "the behaviour has at least 1 measure in use"

    Scenario: A measure of something else does not show whether the strategy helps
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Stop counting it" for the measure "measure"
        | Why it is no longer counted | The bus company has stopped |
      And the secretary has been able to "Add a measure"
        | Title                 | Calls to the council |
        | Which way is better   | Lower is better      |
        | How often             | Every month          |
        | Agency that counts it | Example Council      |
        | Next value by         | in 31 days           |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "the behaviour has at least 1 measure in use"

    Scenario Outline: The only measure is dropped while the strategy is <stage>
      Given the strategy "Calm example buses" is at "<stage>"
      And the secretary has been able to "Stop counting it" for the measure "measure"
        | Why it is no longer counted | The bus company has stopped |
      Then the strategy "Calm example buses" is in breach because "the behaviour has at least 1 measure in use" since today

      Examples:
        | stage                                       |
        | Adopted by the Board                        |
        | Approved by the Strategic Partnership Board |

  @A-3.8
  Rule: The behaviour is watched as long as the strategy lasts

    Scenario Outline: Whoever watches it says how the behaviour changes
      Given the strategy "Calm example buses" is at "<stage>"
      When 100 days pass
      And the board member asks to "Record how the behaviour changes" for the strategy "Calm example buses"
        | How the behaviour changes | For the better           |
        | What was observed         | Fewer reports since May. |
      Then it is done
      And the strategy "Calm example buses" is at "<stage>"
      And the strategy "Calm example buses" should move on by in 182 days, or the secretary, the board member are told

      Examples:
        | stage                                       |
        | Adopted by the Board                        |
        | Approved by the Strategic Partnership Board |

    Scenario: Another person takes over the watching
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the secretary has been able to "Name another monitoring lead" for the strategy "Calm example buses"
        | Monitoring lead | Con Example |
      When the council officer asks to "Record how the behaviour changes" for the strategy "Calm example buses"
        | How the behaviour changes | Hardly at all        |
        | What was observed         | As many as last year |
      Then it is done

    Scenario: The secretariat takes back what was observed of another behaviour
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the board member has been able to "Record how the behaviour changes" for the strategy "Calm example buses"
        | How the behaviour changes | For the better           |
        | What was observed         | Fewer reports since May. |
      When the board member asks to take back the last step of the strategy "Calm example buses" because "it was of trains"
      Then it is refused only because "'Record how the behaviour changes' can be taken back by Secretariat"
      When the secretary asks to take back the last step of the strategy "Calm example buses" because "it was of trains"
      Then it is done
      And the strategy "Calm example buses" shows
        | How the behaviour changes | nothing |
        | What was observed         | nothing |

  @X-5
  Rule: It is adopted by a decision of the Board that is about it

    Scenario Outline: A decision <how> does not adopt a strategy
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Record a decision"
        | What was decided    | Talk about buses |
        | Body that decided   | <body>           |
        | Date of the meeting | today            |
        | Minute              | 2020/1           |
        | Kind of decision    | <matter>         |
        | What it is about    | <about>          |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Talk about buses |
      Then it is refused only because "the Prevention Board has decided to adopt this strategy"

      Examples:
        | how                  | body                        | matter         | about                    |
        | on another matter    | Prevention Board            | Something else | Calm example buses       |
        | of another body      | Strategic Partnership Board | A strategy     | Calm example buses       |
        | about something else | Prevention Board            | A strategy     | Threats on example buses |

    Scenario: A decision that was rescinded no longer adopts a strategy
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the chair has been able to "Rescind the decision" for the decision "Adopt Calm example buses"
        | Why it was rescinded | Not enough members were there |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "the Prevention Board has decided to adopt this strategy"

    Scenario: The minutes may be confirmed before the strategy is adopted
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the chair has been able to "Confirm the minutes" for the decision "Adopt Calm example buses"
      When the vice-chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done

  @A-2.7
  Rule: A strategy that asks much of many agencies goes to the Strategic Partnership Board

    Scenario: The Strategic Partnership Board approves it
      Given the strategy "Calm example buses" is ready for "Record the approval of the Strategic Partnership Board"
      And the chair has been able to "Confirm the minutes" for the decision "Approve Calm example buses"
      When the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Approve Calm example buses |
      Then it is done
      And the strategy "Calm example buses" is at "Approved by the Strategic Partnership Board"

    Scenario Outline: A decision <how> does not approve a strategy
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the secretary has been able to "Record a decision"
        | What was decided    | Talk about buses |
        | Body that decided   | <body>           |
        | Date of the meeting | today            |
        | Minute              | SPB 2020/1       |
        | Kind of decision    | <matter>         |
        | What it is about    | <about>          |
      When the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Talk about buses |
      Then it is refused only because "the Strategic Partnership Board has decided to approve this strategy"

      Examples:
        | how                     | body                        | matter         | about                    |
        | of the Prevention Board | Prevention Board            | A strategy     | Calm example buses       |
        | on some other matter    | Strategic Partnership Board | Something else | Calm example buses       |
        | about something other   | Strategic Partnership Board | A strategy     | Threats on example buses |

    Scenario: An approval that was rescinded does not count
      Given the strategy "Calm example buses" is ready for "Record the approval of the Strategic Partnership Board"
      And the chair has been able to "Rescind the decision" for the decision "Approve Calm example buses"
        | Why it was rescinded | It was another strategy |
      When the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Approve Calm example buses |
      Then it is refused only because "the Strategic Partnership Board has decided to approve this strategy"

    Scenario: It is adopted by the Board before it is approved above it
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the secretary has been able to "Record a decision"
        | What was decided    | Approve Calm example buses  |
        | Body that decided   | Strategic Partnership Board |
        | Date of the meeting | today                       |
        | Minute              | SPB 2020/1                  |
        | Kind of decision    | A strategy                  |
        | What it is about    | Calm example buses          |
      When the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Approve Calm example buses |
      Then it is refused only because "'Record the approval of the Strategic Partnership Board' is made at 'Adopted by the Board'"

  @X-9
  Rule: Every strategy can end

    Scenario: The chair ends a strategy and takes that back
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      When the chair asks to "End the strategy" for the strategy "Calm example buses"
        | Why it ended | A wider one takes its place |
      Then it is done
      And the strategy "Calm example buses" is at "Ended"
      When the chair asks to take back the last step of the strategy "Calm example buses" because "the wider one was not adopted"
      Then it is done
      And the strategy "Calm example buses" is at "Adopted by the Board"

  @A-2.5
  Rule: What can be done with a strategy at each stage, and by whom

    Scenario: How a strategy is opened
      Then a strategy is opened by these steps
        | Step             | Who                             | Must be given                                                           | May be given  | Leads to |
        | Draft a strategy | the secretary, the board member | Title, Behaviour, Needs the approval of the Strategic Partnership Board | Summary, Note | Drafted  |

    Scenario: What can be done once a strategy is drafted
      Given the strategy "Calm example buses" is at "Drafted"
      Then these steps are open to the strategy "Calm example buses"
        | Step                                                                                                                                                                    | Who                             | Must be given                                                           | May be given               | Leads to             |
        | Set out policy, fit and who watches                                                                                                                                     | the secretary, the board member | Policy enablers, Fit with other strategies, Monitoring lead             | Communities that need more | Drafted              |
        | Adopt it                                                                                                                                                                | the chair, the vice-chair       | Decision to adopt it                                                    |                            | Adopted by the Board |
        | End the strategy                                                                                                                                                        | the chair, the vice-chair       | Why it ended                                                            |                            | Ended                |
        | Correct: Title, Note, Behaviour, Needs the approval of the Strategic Partnership Board, Summary, Policy enablers, Fit with other strategies, Communities that need more | the secretary                   | Title, Behaviour, Needs the approval of the Strategic Partnership Board |                            |                      |
      And the strategy "Calm example buses" should move on by no day, or the secretary is told

    Scenario: What can be done once a strategy is set out but not adopted
      Given the strategy "Calm example buses" is ready for "Adopt it"
      Then these steps are open to the strategy "Calm example buses"
        | Step                                                                                                                                                                    | Who                             | Must be given                                                           | May be given               | Leads to             |
        | Set out policy, fit and who watches                                                                                                                                     | the secretary, the board member | Policy enablers, Fit with other strategies, Monitoring lead             | Communities that need more | Drafted              |
        | Adopt it                                                                                                                                                                | the chair, the vice-chair       | Decision to adopt it                                                    |                            | Adopted by the Board |
        | End the strategy                                                                                                                                                        | the chair, the vice-chair       | Why it ended                                                            |                            | Ended                |
        | Correct: Title, Note, Behaviour, Needs the approval of the Strategic Partnership Board, Summary, Policy enablers, Fit with other strategies, Communities that need more | the secretary                   | Title, Behaviour, Needs the approval of the Strategic Partnership Board |                            |                      |
        | Take back the last step                                                                                                                                                 | the secretary                   |                                                                         |                            | Drafted              |
      And the strategy "Calm example buses" should move on by no day, or the secretary is told

    Scenario: What can be done once a strategy is adopted
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      Then these steps are open to the strategy "Calm example buses"
        | Step                                                   | Who                                      | Must be given                                | May be given | Leads to                                    |
        | Record the approval of the Strategic Partnership Board | the secretary, the chair, the vice-chair | Approval of the Strategic Partnership Board  |              | Approved by the Strategic Partnership Board |
        | Record how the behaviour changes                       | the secretary, the board member          | How the behaviour changes, What was observed |              | Adopted by the Board                        |
        | Name another monitoring lead                           | the secretary, the chair, the vice-chair | Monitoring lead                              |              | Adopted by the Board                        |
        | End the strategy                                       | the chair, the vice-chair                | Why it ended                                 |              | Ended                                       |
        | Correct: Title, Note                                   | the secretary                            | Title                                        |              |                                             |
        | Take back the last step                                | the chair, the vice-chair                |                                              |              | Drafted                                     |
      And the strategy "Calm example buses" should move on by 6 July 2020, or the secretary, the board member are told

    Scenario: What can be done once a strategy is approved
      Given the strategy "Calm example buses" is at "Approved by the Strategic Partnership Board"
      Then these steps are open to the strategy "Calm example buses"
        | Step                             | Who                                      | Must be given                                | May be given | Leads to                                    |
        | Record how the behaviour changes | the secretary, the board member          | How the behaviour changes, What was observed |              | Approved by the Strategic Partnership Board |
        | Name another monitoring lead     | the secretary, the chair, the vice-chair | Monitoring lead                              |              | Approved by the Strategic Partnership Board |
        | End the strategy                 | the chair, the vice-chair                | Why it ended                                 |              | Ended                                       |
        | Correct: Title, Note             | the secretary                            | Title                                        |              |                                             |
        | Take back the last step          | the secretary                            |                                              |              | Adopted by the Board                        |
      And the strategy "Calm example buses" should move on by 6 July 2020, or the secretary, the board member are told

    Scenario: What can be done once a strategy has ended
      Given the strategy "Calm example buses" is at "Drafted"
      And the chair has been able to "End the strategy" for the strategy "Calm example buses"
        | Why it ended | A wider one takes its place |
      Then these steps are open to the strategy "Calm example buses"
        | Step                    | Who                       | Must be given | May be given | Leads to |
        | Correct: Title, Note    | the secretary             | Title         |              |          |
        | Take back the last step | the chair, the vice-chair |               |              | Drafted  |
