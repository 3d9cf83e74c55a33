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

    Scenario: The Board minutes why it takes such a behaviour on all the same
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Parking at example schools     |
        | Definition                | Cars left where children cross |
        | Place or setting          | In front of schools            |
        | Agencies that it concerns | Example Council                |
      And the secretary has been able to "Record a decision"
        | What was decided        | Parking is taken on                         |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/2                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Parking at example schools                  |
        | Rule that it sets aside | Several agencies are needed for a behaviour |
        | Reason given            | A child was hurt                            |
      When the vice-chair asks to "Make it a priority" for the behaviour "Parking at example schools"
        | What health bodies said | The example health board agreed |
      Then it is done

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

    Scenario: The Board minutes why it takes on a broad behaviour
      Given the board "Example Prevention Board" is at "Established"
      And the board member has been able to "Propose a behaviour"
        | Name                      | Violence                        |
        | Definition                | Hurting somebody                |
        | Agencies that it concerns | Example Police, Example Council |
      And the secretary has been able to "Record a decision"
        | What was decided        | Violence is taken on as a whole |
        | Body that decided       | Prevention Board                |
        | Date of the meeting     | today                           |
        | Minute                  | 2020/2                          |
        | Kind of decision        | An exception to a rule          |
        | What it is about        | Violence                        |
        | Rule that it sets aside | A behaviour is narrowed down    |
        | Reason given            | The data cannot be told apart   |
      When the chair asks to "Make it a priority" for the behaviour "Violence"
        | What health bodies said | The example health board agreed |
      Then it is done

    Scenario: One behaviour narrows another
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the board member asks to "Propose a behaviour"
        | Name              | Threats on the last example bus   |
        | Definition        | Threats after nine in the evening |
        | Broader behaviour | Threats on example buses          |
      Then it is done
      And the behaviour "Threats on example buses" shows
        | narrower behaviours | 1 |

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

  @S-9.2
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

    Scenario: An analysis without causes is not complete
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the secretary asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes |
        | Data used                | Reports of the bus company       |
      Then it is sent back because "must be given (Causes that were found)"

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
