Feature: A People Zone from proposal to evaluation
  A zone targets one harmful behaviour in one or more communities. It goes ahead
  only once the agencies and the community have both committed to it.

  @C-1 @B-3.1 @B-3.3
  Rule: A zone passes through its stages one after the other and skips none

    Scenario: A zone is carried from proposal to evaluation
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the community "Example Quay" is at "On the register"
      And the strategy "Calm example buses" is at "Adopted by the Board"

      When the board member asks to "Propose a zone"
        | Name                    | Example Wharf                      |
        | Behaviour               | Threats on example buses           |
        | How the place was found | The behaviour is most common there |
      Then it is done
      And the zone "Example Wharf" is at "Proposed"

      When the secretary asks to "Confirm the analysis and choose the measure" for the zone "Example Wharf"
        | Measure             | Reports of threats in a month |
        | Which way is better | Lower is better               |
      Then it is done
      And the zone "Example Wharf" is at "Behaviour analysed"

      When the secretary asks to "Identify the communities" for the zone "Example Wharf"
        | Communities | Example Quay |
      Then it is done
      And the zone "Example Wharf" is at "Community identified"

      When the secretary asks to "Record a decision"
        | What was decided     | Commission Example Wharf |
        | Body that decided    | Prevention Board         |
        | Date of the meeting  | today                    |
        | Minute               | 2020/2                   |
        | Kind of decision     | Commissioning a zone     |
        | What it is about     | Example Wharf            |
      And the chair asks to "Commission the zone" for the zone "Example Wharf"
        | Strategy                   | Calm example buses             |
        | Agencies required          | Example Police, Example Council |
        | Decision to commission it  | Commission Example Wharf       |
      Then it is done
      And the zone "Example Wharf" is at "Commissioned"
      And there are 2 commitments at "Sought"

      When the police officer asks to "Pledge" for the commitment "CM-0001"
        | What is pledged   | A neighbourhood officer |
        | By whose authority | Chief constable        |
        | First day         | today                   |
      And the council officer asks to "Pledge" for the commitment "CM-0002"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      And the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And the first leader asks to "Pledge" for the commitment "CM-0003"
        | What is pledged    | Opens the youth club   |
        | By whose authority | Residents' association |
        | First day          | today                  |
      And the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lou Example   |
      And the second leader asks to "Pledge" for the commitment "CM-0004"
        | What is pledged    | Brings parents together |
        | By whose authority | Parents' group          |
        | First day          | today                   |
      And the secretary asks to "Record how the community agreed" for the zone "Example Wharf"
        | How the community agreed            | At a public meeting |
        | Day on which the community agreed   | today               |
      And the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Commitment secured"

      When the secretary asks to "Record a decision"
        | What was decided    | Go-ahead for Example Wharf |
        | Body that decided   | Prevention Board           |
        | Date of the meeting | today                      |
        | Minute              | 2020/3                     |
        | Kind of decision    | Go-ahead for a zone        |
        | What it is about    | Example Wharf              |
      And the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | Go-ahead for Example Wharf |
      Then it is done
      And the zone "Example Wharf" is at "Going ahead"

      When the secretary asks to "Appoint to an office"
        | Office | Agency lead                                 |
        | Person | Pat Example                                 |
        | Body   | Example Wharf                               |
        | Duties | Leads the agencies and answers to the Board |
      And the secretary asks to "Appoint to an office"
        | Office | Community lead                               |
        | Person | Lee Example                                  |
        | Body   | Example Wharf                                |
        | Duties | Leads the community's side and answers to it |
      And the secretary asks to "Appoint to an office"
        | Office              | Co-ordinator                             |
        | Person              | Kit Example                              |
        | Body                | Example Wharf                            |
        | Duties              | Runs the zone and answers to both leads  |
        | Employer            | Example Council                          |
        | Source of funding   | Example grant                            |
        | Last day of funding | in 730 days                              |
      And the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Roles assigned"
      And the co-ordinator holds the office "Co-ordinator" of the zone "Example Wharf"

      When the co-ordinator asks to "Issue the toolkit to both sides" for the zone "Example Wharf"
        | Edition of the toolkit | Second edition |
      Then it is done
      And the zone "Example Wharf" is at "Toolkit issued"
      And there are 2 toolkits at "Issued"

      When the police officer asks to "Acknowledge it for the agencies" for the toolkit "TK-0001"
      And the first leader asks to "Acknowledge it for the community" for the toolkit "TK-0002"
      And the co-ordinator asks to "Map an initiative that already runs"
        | Name                 | Open evenings   |
        | Tier                 | Tier 1, generic |
        | Zones that it serves | Example Wharf   |
      And the co-ordinator asks to "Map an initiative that already runs"
        | Name                   | Bus mentors                   |
        | Tier                   | Tier 2, aimed at one behaviour |
        | Zones that it serves   | Example Wharf                 |
        | Behaviour it is aimed at | Threats on example buses    |
      And the co-ordinator asks to "Record a reading"
        | Zone           | Example Wharf              |
        | Value          | 42                         |
        | Day that it is of | today                   |
        | Baseline       | yes                        |
        | Source         | Reports of the bus company |
      And the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Active"
      And the zone "Example Wharf" is not in breach

      When 180 days pass
      And the co-ordinator asks to "Record a reading"
        | Zone           | Example Wharf              |
        | Value          | 31                         |
        | Day that it is of | today                   |
        | Baseline       | no                         |
        | Source         | Reports of the bus company |
      And the secretary asks to "Commission an evaluation"
        | Title            | First evaluation |
        | Zones            | Example Wharf    |
        | Interim or final | Interim          |
        | Evaluator        | Eve Example      |
      And the evaluator asks to "Report the findings" for the evaluation "First evaluation"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      And the secretary asks to "Record a decision"
        | What was decided    | Receive the first evaluation |
        | Body that decided   | Prevention Board             |
        | Date of the meeting | today                        |
        | Minute              | 2020/9                       |
        | Kind of decision    | Receiving an evaluation      |
        | What it is about    | First evaluation             |
      And the chair asks to "Receive it" for the evaluation "First evaluation"
        | Decision to receive it | Receive the first evaluation |
      And the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | First evaluation |
      Then it is done
      And the zone "Example Wharf" is at "Evaluated"
      And the zone "Example Wharf" shows
        | Edition of the toolkit | Second edition   |
        | Evaluation             | First evaluation |
        | Behaviour              | Threats on example buses |
