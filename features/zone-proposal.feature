Feature: Choosing the behaviour, the place and the strategy of a zone
  A zone begins with one harmful behaviour. Only when that is understood are its communities
  chosen, and only then does the Board commission the zone as part of a strategy.

  @B-2.9 @C-1
  Rule: A zone targets a single behaviour that has been narrowed down and analysed

    Scenario: The analysis of the behaviour comes first
      Given the behaviour "Loud example parties" is at "Prioritised"
      And the board member has been able to "Propose a zone"
        | Name                    | Example Mill                       |
        | Behaviour               | Loud example parties               |
        | How the place was found | The behaviour is most common there |
      When the secretary asks to "Confirm the analysis and choose the measure" for the zone "Example Mill"
        | Measure             | Complaints about noise in a month |
        | Which way is better | Lower is better                   |
      Then it is refused only because "its behaviour has been analysed"
      When the secretary asks to "Record its analysis" for the behaviour "Loud example parties"
        | Findings of the analysis | Most of it is on Friday nights |
        | Causes that were found   | Students have nowhere else to go |
        | Data used                | Complaints to the council        |
      And the secretary asks to "Confirm the analysis and choose the measure" for the zone "Example Mill"
        | Measure             | Complaints about noise in a month |
        | Which way is better | Lower is better                   |
      Then it is done
      And the zone "Example Mill" is at "Behaviour analysed"

    Scenario: A zone has one behaviour and no more
      Given the behaviour "Loud example parties" is at "Prioritised"
      And the behaviour "Threats on example buses" is at "Prioritised"
      When the board member asks to "Propose a zone"
        | Name                    | Example Mill                                   |
        | Behaviour               | Loud example parties, Threats on example buses |
        | How the place was found | The behaviour is most common there             |
      Then it is sent back because "no Harmful behaviour is called"

    Scenario: A zone that chooses another behaviour starts again
      Given the zone "Example Wharf" is at "Community identified"
      And the behaviour "Loud example parties" is at "Prioritised"
      When the board member asks to "Choose another behaviour" for the zone "Example Wharf"
        | Behaviour | Loud example parties |
      Then it is done
      And the zone "Example Wharf" is at "Proposed"
      And the zone "Example Wharf" shows
        | Behaviour | Loud example parties |

    Scenario: A member of the public does not propose zones
      Given the behaviour "Loud example parties" is at "Prioritised"
      When the first leader asks to "Propose a zone"
        | Name                    | Example Mill                       |
        | Behaviour               | Loud example parties               |
        | How the place was found | The behaviour is most common there |
      Then it is refused only because "'Propose a zone' is for Board member, Secretariat, Chair or Vice-chair"

  @B-3.1
  Rule: A zone serves communities that are places where the behaviour is most common

    Scenario: The behaviour must have been found to be most common there
      Given the zone "Example Wharf" is at "Behaviour analysed"
      And the secretary has been able to "Register a community"
        | Name              | Example Hill |
        | Upper-tier area   | Rutland      |
        | Kind of community | A place      |
      When the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Quay, Example Hill |
      Then it is refused only because "the analysis has found the behaviour to be most common in every one of the communities"
      When the secretary asks to "Record the behaviours that are most common there" for the community "Example Hill"
        | Behaviours most common there | Threats on example buses     |
        | Evidence                     | Reports of the bus company   |
      And the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Quay, Example Hill |
      Then it is done
      And the zone "Example Wharf" is at "Community identified"

    Scenario: How the place was found is not on record any more
      Given the zone "Example Wharf" is ready for "Identify the communities"
      And the secretary has been able to correct the zone "Example Wharf" because "it was not so"
        | How the place was found | |
      When the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Quay |
      Then it is refused only because "it is on record how the place was found"

    Scenario: People who have something in common, but not a place, cannot have a zone yet
      Given the zone "Example Wharf" is at "Behaviour analysed"
      And the secretary has been able to "Register a community"
        | Name                         | Example night workers            |
        | Upper-tier area              | Leicester                        |
        | Kind of community            | People with something in common  |
        | Behaviours most common there | Threats on example buses         |
      When the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example night workers |
      Then it is refused only because "every community is a place"
      When the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Quay |
      Then it is done

  @S-9.6
  Rule: A place with low resilience can have a zone too

    Scenario: A place is chosen because its resilience is low, whatever is most common there
      Given the zone "Example Wharf" is at "Behaviour analysed"
      And the secretary has been able to correct the zone "Example Wharf" because "it was found by place"
        | How the place was found | Resilience is low there |
      And the secretary has been able to "Register a community"
        | Name              | Example Hill |
        | Upper-tier area   | Rutland      |
        | Kind of community | A place      |
      When the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Hill |
      Then it is refused only because "resilience has been found to be low in every one of the communities"
      When the secretary asks to "Assess its resilience" for the community "Example Hill"
        | Resilience | Low                       |
        | Evidence   | A survey of its residents |
      And the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Hill |
      Then it is done

  @B-3.1 @B-2.5
  Rule: The Board commissions a zone as part of a strategy that asks several agencies to work together

    Scenario: The Board's decision to commission the zone must stand
      Given the zone "Example Wharf" is ready for "Commission the zone"
      And the chair has been able to "Rescind the decision" for the decision "decision to commission"
        | Why it was rescinded | The Board wants to look again |
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is refused only because "the Prevention Board has decided to commission this zone"

    Scenario Outline: A decision <of another sort> does not commission the zone
      Given the zone "Example Wharf" is ready for "Commission the zone"
      And the zone "Example Mill" is at "Proposed"
      And the secretary has been able to "Record a decision"
        | What was decided    | Something else |
        | Body that decided   | <body>         |
        | Date of the meeting | today          |
        | Minute              | 2020/7         |
        | Kind of decision    | <matter>       |
        | What it is about    | <zone>         |
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | Something else                  |
      Then it is refused only because "the Prevention Board has decided to commission this zone"

      Examples:
        | of another sort    | body             | matter               | zone          |
        | of another body    | Another body     | Commissioning a zone | Example Wharf |
        | on another matter  | Prevention Board | Something else       | Example Wharf |
        | about another zone | Prevention Board | Commissioning a zone | Example Mill  |

    Scenario: The minutes may be confirmed before the zone is commissioned
      Given the zone "Example Wharf" is ready for "Commission the zone"
      And the chair has been able to "Confirm the minutes" for the decision "decision to commission"
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is done

    Scenario: A strategy that the Strategic Partnership Board has approved will do
      Given the strategy "Calm example buses" is at "Approved by the Strategic Partnership Board"
      And the zone "Example Wharf" is ready for "Commission the zone"
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is done

    Scenario: The strategy must have been adopted
      Given the zone "Example Wharf" is ready for "Commission the zone"
      And the secretary has been able to "Draft a strategy"
        | Title                                                   | Quick example strategy   |
        | Behaviour                                               | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board   | no                       |
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Quick example strategy          |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is refused only because "the strategy has been adopted"

    Scenario: The strategy must be about the behaviour of the zone
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the zone "Example Wharf" is ready for "Commission the zone"
      And the behaviour "Loud example parties" is at "Analysed"
      And the secretary has been able to "Record the behaviours that are most common there" for the community "Example Quay"
        | Behaviours most common there | Loud example parties |
        | Evidence                     | Calls to the council |
      And the board member has been able to "Choose another behaviour" for the zone "Example Wharf"
        | Behaviour | Loud example parties |
      And the secretary has been able to "Confirm the analysis and choose the measure" for the zone "Example Wharf"
        | Measure             | Calls to the council |
        | Which way is better | Lower is better      |
      And the secretary has been able to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Quay |
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is refused only because "the strategy addresses the behaviour of the zone"

    Scenario: One agency alone is not a zone
      Given the zone "Example Wharf" is ready for "Commission the zone"
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses     |
        | Agencies required         | Example Police         |
        | Decision to commission it | decision to commission |
      Then it is refused only because "at least 2 agencies are required to work together"

    Scenario: Commissioning asks every agency that is required for its commitment
      Given the zone "Example Wharf" is ready for "Commission the zone"
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is done
      And the zone "Example Wharf" is at "Commissioned"
      And there are 2 commitments at "Sought"

  @X-9
  Rule: A proposal can be given up before it goes ahead

    Scenario Outline: A zone at "<stage>" is withdrawn
      Given the zone "Example Wharf" is at "<stage>"
      When the chair asks to "Withdraw the proposal" for the zone "Example Wharf"
        | Why it ended | The behaviour has gone away |
      Then it is done
      And the zone "Example Wharf" is at "Withdrawn"

      Examples:
        | stage                |
        | Proposed             |
        | Behaviour analysed   |
        | Community identified |
        | Commissioned         |
        | Commitment secured   |

  @A-2.7
  Rule: A strategy that needs the approval of the Strategic Partnership Board commissions no zone before it has it

    Scenario: The Strategic Partnership Board has yet to approve the strategy
      Given the strategy "Calm example buses" is at "Drafted"
      And the secretary has been able to correct the strategy "Calm example buses" because "it asks for a change of policy"
        | Needs the approval of the Strategic Partnership Board | yes |
      And the zone "Example Wharf" is ready for "Commission the zone"
      When the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is refused only because "the Strategic Partnership Board has approved the strategy"
      When the secretary asks to "Record a decision"
        | What was decided    | Approve Calm example buses  |
        | Body that decided   | Strategic Partnership Board |
        | Date of the meeting | today                       |
        | Minute              | SPB 2020/4                  |
        | Kind of decision    | A strategy                  |
        | What it is about    | Calm example buses          |
      And the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Approve Calm example buses |
      And the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | decision to commission          |
      Then it is done

    Scenario: One strategy commissions several zones
      Given the zone "Example Wharf" is at "Commissioned"
      And the zone "Example Mill" is at "Commissioned"
      Then the strategy "Calm example buses" shows
        | zones that are part of it | 2 |
