Feature: Harmful behaviours, narrowed down and analysed
  "Crime" is too much to deal with. The Board takes on a behaviour that several agencies must
  deal with together, says exactly what it means by it, and finds out what lies behind it.

  @A-2.4
  Rule: Members bring behaviours to the Board

    Scenario: A member proposes a behaviour
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Propose a behaviour"
        | Name       | Knife carrying near example schools            |
        | Definition | Bringing a knife to school or on the way there |
      Then it is done
      And the behaviour "Knife carrying near example schools" is at "Proposed"

    Scenario: An agency brings a behaviour to the Board by way of a member
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to "Propose a behaviour"
        | Name       | Knife carrying near example schools            |
        | Definition | Bringing a knife to school or on the way there |
      Then it is refused only because "'Propose a behaviour' is for Board member, Secretariat, Chair or Vice-chair"

  @A-1.3
  Rule: A harmful behaviour normally needs more than one agency

    Scenario: Two agencies are concerned
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the chair asks to "Make it a priority" for the behaviour "Threats on example buses"
        | What health bodies said | The example health board agreed |
      Then it is done
      And the behaviour "Threats on example buses" is at "Prioritised"

    Scenario: What one agency can deal with alone is left to it
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Parking at example schools     |
        | Definition                | Cars left where children cross |
        | Place or setting          | In front of schools            |
        | Agencies that it concerns | Example Council                |
      When the chair asks to "Make it a priority" for the behaviour "Parking at example schools"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "it concerns at least 2 agencies, or an exception is minuted"

    Scenario Outline: The Board minutes why one agency's matter is taken on, until <last day>
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance   |
        | Definition                | Whatever disturbs  |
        | Place or setting          | In example squares |
        | Agencies that it concerns | Example Council    |
      And the secretary has been able to "Record a decision"
        | What was decided          | Take it on all the same                     |
        | Body that decided         | Prevention Board                            |
        | Date of the meeting       | today                                       |
        | Minute                    | 2020/2                                      |
        | Kind of decision          | An exception to a rule                      |
        | What it is about          | Example nuisance                            |
        | Rule that it sets aside   | Several agencies are needed for a behaviour |
        | Last day of the exception | <last day>                                  |
        | Reason given              | It cannot wait                              |
      When 30 days pass
      And the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is done

      Examples:
        | last day   |
        |            |
        | in 30 days |

    Scenario: The minutes are confirmed before it is used: the Board minutes why one agency's matter is taken on
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance   |
        | Definition                | Whatever disturbs  |
        | Place or setting          | In example squares |
        | Agencies that it concerns | Example Council    |
      And the secretary has been able to "Record a decision"
        | What was decided        | Take it on all the same                     |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/2                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Example nuisance                            |
        | Rule that it sets aside | Several agencies are needed for a behaviour |
        | Reason given            | It cannot wait                              |
      And the chair has been able to "Confirm the minutes" for the decision "Take it on all the same"
      When the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is done

    Scenario Outline: What does not stand in for a second agency: <what>
      Given the behaviour "Threats on example buses" is at "Proposed"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance   |
        | Definition                | Whatever disturbs  |
        | Place or setting          | In example squares |
        | Agencies that it concerns | Example Council    |
      And the secretary has been able to "Record a decision"
        | What was decided          | Set a rule aside       |
        | Body that decided         | Prevention Board       |
        | Date of the meeting       | today                  |
        | Minute                    | 2020/2                 |
        | Kind of decision          | <kind>                 |
        | What it is about          | <about>                |
        | Rule that it sets aside   | <rule>                 |
        | Last day of the exception | <last day>             |
        | Reason given              | It cannot wait         |
      When 30 days pass
      And the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "it concerns at least 2 agencies, or an exception is minuted"

      Examples:
        | what                               | kind                   | about                    | rule                                        | last day   |
        | an exception for another           | An exception to a rule | Threats on example buses | Several agencies are needed for a behaviour |            |
        | another exception                  | An exception to a rule | Example nuisance         | A behaviour is narrowed down                |            |
        | an exception that ran out          | An exception to a rule | Example nuisance         | Several agencies are needed for a behaviour | in 29 days |
        | a decision that sets nothing aside | Something else         | Example nuisance         |                                             |            |

    Scenario: A rescinded exception does not stand in for a second agency
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance   |
        | Definition                | Whatever disturbs  |
        | Place or setting          | In example squares |
        | Agencies that it concerns | Example Council    |
      And the secretary has been able to "Record a decision"
        | What was decided        | Take it on all the same                     |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/2                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Example nuisance                            |
        | Rule that it sets aside | Several agencies are needed for a behaviour |
        | Reason given            | It cannot wait                              |
      And the chair has been able to "Rescind the decision" for the decision "Take it on all the same"
        | Why it was rescinded | It can wait |
      When the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "it concerns at least 2 agencies, or an exception is minuted"

  @A-1.4 @B-2.9
  Rule: A behaviour is narrowed down as far as it can be

    Scenario: A behaviour that is not narrowed down is too broad
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Crime                           |
        | Definition                | Whatever the law forbids        |
        | Agencies that it concerns | Example Police, Example Council |
      When the chair asks to "Make it a priority" for the behaviour "Crime"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "it is narrowed down by the form it takes, the place or the people concerned, or an exception is minuted"

    Scenario Outline: It is narrowed down by its form, its place or the people concerned
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Violence                        |
        | Definition                | Hurting somebody                |
        | Agencies that it concerns | Example Police, Example Council |
      And the board member has been able to "Narrow it down" for the behaviour "Violence"
        | Definition | Hurting somebody with a knife |
        | <by>       | <what>                        |
      When the chair asks to "Make it a priority" for the behaviour "Violence"
        | What health bodies said | The example health board agreed |
      Then it is done

      Examples:
        | by               | what                   |
        | Form it takes    | With a knife           |
        | Place or setting | Around the bus station |
        | People concerned | Young people under 25  |

    Scenario Outline: The Board minutes why a broad behaviour is taken on, until <last day>
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance                |
        | Definition                | Whatever disturbs               |
        | Agencies that it concerns | Example Council, Example Police |
      And the secretary has been able to "Record a decision"
        | What was decided          | Take it on all the same      |
        | Body that decided         | Prevention Board             |
        | Date of the meeting       | today                        |
        | Minute                    | 2020/2                       |
        | Kind of decision          | An exception to a rule       |
        | What it is about          | Example nuisance             |
        | Rule that it sets aside   | A behaviour is narrowed down |
        | Last day of the exception | <last day>                   |
        | Reason given              | It cannot wait               |
      When 30 days pass
      And the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is done

      Examples:
        | last day   |
        |            |
        | in 30 days |

    Scenario: The minutes are confirmed before it is used: the Board minutes why a broad behaviour is taken on
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance                |
        | Definition                | Whatever disturbs               |
        | Agencies that it concerns | Example Council, Example Police |
      And the secretary has been able to "Record a decision"
        | What was decided        | Take it on all the same      |
        | Body that decided       | Prevention Board             |
        | Date of the meeting     | today                        |
        | Minute                  | 2020/2                       |
        | Kind of decision        | An exception to a rule       |
        | What it is about        | Example nuisance             |
        | Rule that it sets aside | A behaviour is narrowed down |
        | Reason given            | It cannot wait               |
      And the chair has been able to "Confirm the minutes" for the decision "Take it on all the same"
      When the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is done

    Scenario Outline: What does not stand in for narrowing it down: <what>
      Given the behaviour "Threats on example buses" is at "Proposed"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance                |
        | Definition                | Whatever disturbs               |
        | Agencies that it concerns | Example Council, Example Police |
      And the secretary has been able to "Record a decision"
        | What was decided          | Set a rule aside       |
        | Body that decided         | Prevention Board       |
        | Date of the meeting       | today                  |
        | Minute                    | 2020/2                 |
        | Kind of decision          | <kind>                 |
        | What it is about          | <about>                |
        | Rule that it sets aside   | <rule>                 |
        | Last day of the exception | <last day>             |
        | Reason given              | It cannot wait         |
      When 30 days pass
      And the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "it is narrowed down by the form it takes, the place or the people concerned, or an exception is minuted"

      Examples:
        | what                               | kind                   | about                    | rule                                        | last day   |
        | an exception for another           | An exception to a rule | Threats on example buses | A behaviour is narrowed down                |            |
        | another exception                  | An exception to a rule | Example nuisance         | Several agencies are needed for a behaviour |            |
        | an exception that ran out          | An exception to a rule | Example nuisance         | A behaviour is narrowed down                | in 29 days |
        | a decision that sets nothing aside | Something else         | Example nuisance         |                                             |            |

    Scenario: A rescinded exception does not stand in for narrowing it down
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Example nuisance                |
        | Definition                | Whatever disturbs               |
        | Agencies that it concerns | Example Council, Example Police |
      And the secretary has been able to "Record a decision"
        | What was decided        | Take it on all the same      |
        | Body that decided       | Prevention Board             |
        | Date of the meeting     | today                        |
        | Minute                  | 2020/2                       |
        | Kind of decision        | An exception to a rule       |
        | What it is about        | Example nuisance             |
        | Rule that it sets aside | A behaviour is narrowed down |
        | Reason given            | It cannot wait               |
      And the chair has been able to "Rescind the decision" for the decision "Take it on all the same"
        | Why it was rescinded | It can wait |
      When the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "it is narrowed down by the form it takes, the place or the people concerned, or an exception is minuted"

    Scenario: One behaviour narrows another
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the board member asks to "Propose a behaviour"
        | Name              | Threats on the last example bus   |
        | Definition        | Threats after nine in the evening |
        | Broader behaviour | Threats on example buses          |
      Then it is done
      And the behaviour "Threats on example buses" shows
        | narrower behaviours | 1 |

    Scenario: Behaviours that narrow one another form a tree
      Given the behaviour "Violence of example passengers" is at "Proposed"
      And the board member has been able to "Propose a behaviour"
        | Name              | Threats on buses               |
        | Definition        | Threats between passengers     |
        | Broader behaviour | Violence of example passengers |
      And the board member has been able to "Propose a behaviour"
        | Name              | Threats on trains              |
        | Definition        | Threats between passengers     |
        | Broader behaviour | Violence of example passengers |
      And the board member has been able to "Propose a behaviour"
        | Name              | Threats on the last bus           |
        | Definition        | Threats after nine in the evening |
        | Broader behaviour | Threats on buses                  |
      Then the behaviour "Violence of example passengers" shows
        | narrower behaviours                        | 2       |
        | what its broader behaviour narrows in turn | nothing |
      And the behaviour "Threats on the last bus" shows
        | narrower behaviours                        | 0                              |
        | Broader behaviour                          | Threats on buses               |
        | what its broader behaviour narrows in turn | Violence of example passengers |

    Scenario: No behaviour narrows itself
      Given the behaviour "Threats on example buses" is at "Prioritised"
      And the board member has been able to "Propose a behaviour"
        | Name              | Threats on the last example bus   |
        | Definition        | Threats after nine in the evening |
        | Broader behaviour | Threats on example buses          |
      When the chair asks to "Narrow it down" for the behaviour "Threats on example buses"
        | Definition        | Threats between passengers      |
        | Broader behaviour | Threats on the last example bus |
      Then it is refused only because "'Broader behaviour' does not lead back to the record itself"

  @S-6.1
  Rule: Health bodies are asked before a behaviour is made a priority

    Scenario: Nobody has asked them
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the chair asks to "Make it a priority" for the behaviour "Threats on example buses"
      Then it is refused only because "health bodies have been asked, and what they said is on record"

  @S-9.2 @A-3.6
  Rule: The Board chooses which behaviours come first

    Scenario: The secretary does not choose
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the secretary asks to "Make it a priority" for the behaviour "Threats on example buses"
        | What health bodies said | The example health board agreed |
      Then it is refused only because "'Make it a priority' is for Chair or Vice-chair"

    Scenario: A choice made too early is taken back
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the chair asks to take back the last step of the behaviour "Threats on example buses" because "the vote was on another behaviour"
      Then it is done
      And the behaviour "Threats on example buses" is at "Proposed"

    Scenario: Only a behaviour that the Board has chosen is analysed
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the secretary asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes |
        | Causes that were found   | There is nothing to do           |
        | Data used                | Reports of the bus company       |
      Then it is refused only because "'Record its analysis' is made at 'Prioritised' or 'Analysed'"

  @A-2.3 @A-2.2
  Rule: A behaviour is analysed from data and its causes are sought

    Scenario: The analysis says what was found, why, and from which data
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the board member asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes |
        | Causes that were found   | There is nothing to do           |
        | Data used                | Reports of the bus company       |
      Then it is done
      And the behaviour "Threats on example buses" is at "Analysed"
      And the behaviour "Threats on example buses" shows
        | Causes that were found | There is nothing to do |

    Scenario: The analysis itself is kept with what it found
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the secretary asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes           |
        | Causes that were found   | There is nothing to do                     |
        | Data used                | Reports of the bus company                 |
        | The analysis itself      | Made up: 31 reports, 24 of them on route 7 |
      Then it is done
      And the behaviour "Threats on example buses" shows
        | The analysis itself | Made up: 31 reports, 24 of them on route 7 |
      And the log does not say "24 of them on route 7"

    Scenario: An analysis without causes is not complete
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the secretary asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes |
        | Data used                | Reports of the bus company       |
      Then it is sent back because "must be given (Causes that were found)"

  @A-2.5
  Rule: What follows from a behaviour can be seen from it

    Scenario Outline: Whether a strategy is in force that is <stage>
      Given the strategy "Calm example buses" is at "<stage>"
      And the behaviour "Loud example parties" is at "Prioritised"
      Then the behaviour "Threats on example buses" shows
        | strategies in force | <strategies> |
      And the behaviour "Loud example parties" shows
        | strategies in force | 0 |

      Examples:
        | stage                                       | strategies |
        | Drafted                                     | 0          |
        | Adopted by the Board                        | 1          |
        | Approved by the Strategic Partnership Board | 1          |

    Scenario: How many reviews and zones there are
      Given the zone "Example Wharf" is at "Proposed"
      And the behaviour "Loud example parties" is at "Prioritised"
      Then the behaviour "Threats on example buses" shows
        | reviews of existing work | 1 |
        | zones that target it     | 1 |
      And the behaviour "Loud example parties" shows
        | reviews of existing work | 0 |
        | zones that target it     | 0 |

  @A-3.8 @A-1.5
  Rule: The Board goes on watching how a behaviour changes

    Scenario: A behaviour is analysed again
      Given the behaviour "Threats on example buses" is at "Analysed"
      When the vice-chair asks to "Analyse it again" for the behaviour "Threats on example buses"
      Then it is done
      And the behaviour "Threats on example buses" is at "Prioritised"

    Scenario: A behaviour is put aside, and not by a member alone
      Given the behaviour "Threats on example buses" is at "Analysed"
      When the board member asks to "Put it aside" for the behaviour "Threats on example buses"
        | Why it was put aside | It has all but stopped |
      Then it is refused only because "'Put it aside' is for Chair or Vice-chair"
      When the chair asks to "Put it aside" for the behaviour "Threats on example buses"
        | Why it was put aside | It has all but stopped |
      Then it is done
      And the behaviour "Threats on example buses" is at "Put aside"

  @S-9.2
  Rule: What can be done with a behaviour at each stage, and by whom

    Scenario: How a behaviour is opened
      Then a behaviour is opened by these steps
        | Step                | Who                                                        | Must be given    | May be given                                                                                                             | Leads to |
        | Propose a behaviour | the secretary, the chair, the vice-chair, the board member | Name, Definition | Broader behaviour, Form it takes, Place or setting, People concerned, Agencies that it concerns, Harm that it does, Note | Proposed |

    Scenario: What can be done once a behaviour is proposed
      Given the behaviour "Threats on example buses" is at "Proposed"
      Then these steps are open to the behaviour "Threats on example buses"
        | Step                                                                                                                         | Who                                                        | Must be given        | May be given                                                                                    | Leads to    |
        | Narrow it down                                                                                                               | the secretary, the chair, the vice-chair, the board member | Definition           | Broader behaviour, Form it takes, Place or setting, People concerned, Agencies that it concerns | Proposed    |
        | Make it a priority                                                                                                           | the chair, the vice-chair                                  |                      | What health bodies said                                                                         | Prioritised |
        | Put it aside                                                                                                                 | the chair, the vice-chair                                  | Why it was put aside |                                                                                                 | Put aside   |
        | Correct: Name, Harm that it does, What health bodies said, Findings of the analysis, Causes that were found, Data used, Note | the secretary                                              | Name                 |                                                                                                 |             |
      And the behaviour "Threats on example buses" should move on by no day, or the secretary is told

    Scenario: What can be done once a behaviour is a priority
      Given the behaviour "Threats on example buses" is at "Prioritised"
      Then these steps are open to the behaviour "Threats on example buses"
        | Step                                                                                                                         | Who                                                        | Must be given                                               | May be given                                                                                    | Leads to    |
        | Narrow it down                                                                                                               | the secretary, the chair, the vice-chair, the board member | Definition                                                  | Broader behaviour, Form it takes, Place or setting, People concerned, Agencies that it concerns | Prioritised |
        | Record its analysis                                                                                                          | the secretary, the board member                            | Findings of the analysis, Causes that were found, Data used | The analysis itself                                                                             | Analysed    |
        | Put it aside                                                                                                                 | the chair, the vice-chair                                  | Why it was put aside                                        |                                                                                                 | Put aside   |
        | Correct: Name, Harm that it does, What health bodies said, Findings of the analysis, Causes that were found, Data used, Note | the secretary                                              | Name                                                        |                                                                                                 |             |
        | Take back the last step                                                                                                      | the chair, the vice-chair                                  |                                                             |                                                                                                 | Proposed    |
      And the behaviour "Threats on example buses" should move on by 4 July 2020, or the secretary, the chair are told

    Scenario: What can be done once a behaviour has been analysed
      Given the behaviour "Threats on example buses" is at "Analysed"
      Then these steps are open to the behaviour "Threats on example buses"
        | Step                                                                                                                         | Who                                      | Must be given                                               | May be given        | Leads to    |
        | Record its analysis                                                                                                          | the secretary, the board member          | Findings of the analysis, Causes that were found, Data used | The analysis itself | Analysed    |
        | Analyse it again                                                                                                             | the secretary, the chair, the vice-chair |                                                             | Note                | Prioritised |
        | Put it aside                                                                                                                 | the chair, the vice-chair                | Why it was put aside                                        |                     | Put aside   |
        | Correct: Name, Harm that it does, What health bodies said, Findings of the analysis, Causes that were found, Data used, Note | the secretary                            | Name                                                        |                     |             |
        | Take back the last step                                                                                                      | the secretary                            |                                                             |                     | Prioritised |

    Scenario: What can be done once a behaviour has been put aside
      Given the behaviour "Threats on example buses" is at "Proposed"
      And the chair has been able to "Put it aside" for the behaviour "Threats on example buses"
        | Why it was put aside | It has all but stopped |
      Then these steps are open to the behaviour "Threats on example buses"
        | Step                                                                                                                         | Who                       | Must be given | May be given | Leads to |
        | Correct: Name, Harm that it does, What health bodies said, Findings of the analysis, Causes that were found, Data used, Note | the secretary             | Name          |              |          |
        | Take back the last step                                                                                                      | the chair, the vice-chair |               |              | Proposed |
