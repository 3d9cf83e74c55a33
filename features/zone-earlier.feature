Feature: Zones that began before this Board and this model
  Three zones began in 2018 under an earlier board and an earlier, broader model. They are taken over as
  they are, and can be brought over to the revised model, under which they go through its stages.
  The zones in these examples are invented.

  @B-1.1 @S-2.1
  Rule: A zone that an earlier board set up is taken over as it is

    Scenario Outline: A zone of 2018 in <area> is taken over
      Given the secretary has been able to "Register a community"
        | Name              | <community> |
        | Upper-tier area   | <area>      |
        | Kind of community | A place     |
      When the secretary asks to "Take over a zone from an earlier board"
        | Name                    | <zone>            |
        | Communities             | <community>       |
        | Board that set it up    | An earlier board  |
        | Day on which it began   | 3 September 2018  |
      Then it is done
      And the zone "<zone>" is at "Taken over"
      And the zone "<zone>" shows
        | Board that set it up  | An earlier board |
        | Day on which it began | 3 September 2018 |

      Examples:
        | area           | community         | zone               |
        | Leicester      | Example Old Town  | First example zone |
        | Leicestershire | Example Long Lane | Other example zone |
        | Rutland        | Example Meadows   | Third example zone |

    Scenario: A zone that has yet to begin is not taken over
      Given the community "Example Quay" is at "On the register"
      When the secretary asks to "Take over a zone from an earlier board"
        | Name                  | Example zone to be |
        | Communities           | Example Quay       |
        | Board that set it up  | An earlier board   |
        | Day on which it began | in 1 day           |
      Then it is refused only because "the zone has begun already"

  @B-1.3 @B-3.2 @S-2.2
  Rule: A zone of the first, broader model is brought over to the revised one with a narrow behaviour

    Scenario: The behaviour is narrowed down before the zone comes over
      Given the zone "First example zone" is at "Taken over"
      And the behaviour "Example nuisance" is at "Proposed"
      When the secretary asks to "Take it through this model" for the zone "First example zone"
        | Behaviour               | Example nuisance                   |
        | How the place was found | The behaviour is most common there |
      Then it is refused only because "the behaviour that it is to target has been narrowed down and made a priority"
      When the chair asks to "Make it a priority" for the behaviour "Example nuisance"
        | What health bodies said | The example health board agreed |
      And the secretary asks to "Take it through this model" for the zone "First example zone"
        | Behaviour               | Example nuisance                   |
        | How the place was found | The behaviour is most common there |
      Then it is done
      And the zone "First example zone" is at "Proposed"

    Scenario: A zone that was brought over goes through the stages from the first
      Given the zone "First example zone" is at "Taken over"
      And the behaviour "Threats on example buses" is at "Analysed"
      And the board member has been able to "Take it through this model" for the zone "First example zone"
        | Behaviour               | Threats on example buses           |
        | How the place was found | The behaviour is most common there |
      When the chair asks to "Start work" for the zone "First example zone"
      Then it is refused because "'Start work' is made at 'Toolkit issued'"
      When the secretary asks to "Confirm the analysis and choose the measure" for the zone "First example zone"
        | Measure             | Reports of threats in a month |
        | Which way is better | Lower is better               |
      Then it is done

    Scenario: A zone that was taken over can be closed as it is
      Given the zone "First example zone" is at "Taken over"
      When the chair asks to "Close" for the zone "First example zone"
        | Why it ended | Its work is done |
      Then it is done
      And the zone "First example zone" is at "Closed"
