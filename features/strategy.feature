Feature: The strategy against a behaviour
  For each behaviour the agencies agree what they will do together. Zones are commissioned as
  part of that strategy.

  @A-2.5
  Rule: Each targeted behaviour gets a strategy that the Board adopts

    Scenario: A member drafts a strategy and the chair gives the Board's adoption
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the board member has been able to "Draft a strategy"
        | Title                                                 | Calm example buses       |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      And the secretary has been able to "Record a decision"
        | What was decided    | Adopt Calm example buses |
        | Body that decided   | Prevention Board         |
        | Date of the meeting | today                    |
        | Minute              | 2020/1                   |
        | Kind of decision    | A strategy               |
        | What it is about    | Calm example buses       |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is done
      And the strategy "Calm example buses" is at "Adopted by the Board"

    Scenario: A member does not adopt what members have drafted
      Given the strategy "Calm example buses" is ready for "Adopt it"
      When the board member asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "'Adopt it' is for Chair or Vice-chair"

  @X-5
  Rule: It is adopted by a decision of the Board that is about it

    Scenario: A decision on another matter does not adopt a strategy
      Given the strategy "Calm example buses" is at "Drafted"
      And the secretary has been able to "Record a decision"
        | What was decided    | Talk about buses next time |
        | Body that decided   | Prevention Board           |
        | Date of the meeting | today                      |
        | Minute              | 2020/1                     |
        | Kind of decision    | Something else             |
        | What it is about    | Calm example buses         |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Talk about buses next time |
      Then it is refused only because "the Prevention Board has decided to adopt this strategy"

    Scenario: A decision about another strategy does not adopt this one
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      And the secretary has been able to "Draft a strategy"
        | Title                                                 | Calm example trains      |
        | Behaviour                                             | Threats on example buses |
        | Needs the approval of the Strategic Partnership Board | no                       |
      When the chair asks to "Adopt it" for the strategy "Calm example trains"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "the Prevention Board has decided to adopt this strategy"

    Scenario: A decision that was rescinded no longer adopts a strategy
      Given the strategy "Calm example buses" is ready for "Adopt it"
      And the chair has been able to "Rescind the decision" for the decision "Adopt Calm example buses"
        | Why it was rescinded | Not enough members were there |
      When the chair asks to "Adopt it" for the strategy "Calm example buses"
        | Decision to adopt it | Adopt Calm example buses |
      Then it is refused only because "the Prevention Board has decided to adopt this strategy"

  @A-2.7
  Rule: A strategy that asks much of many agencies goes to the Strategic Partnership Board

    Scenario: The Strategic Partnership Board approves it
      Given the strategy "Calm example buses" is ready for "Record the approval of the Strategic Partnership Board"
      When the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Approve Calm example buses |
      Then it is done
      And the strategy "Calm example buses" is at "Approved by the Strategic Partnership Board"

    Scenario: The Prevention Board cannot stand in for the Strategic Partnership Board
      Given the strategy "Calm example buses" is at "Adopted by the Board"
      When the secretary asks to "Record the approval of the Strategic Partnership Board" for the strategy "Calm example buses"
        | Approval of the Strategic Partnership Board | Adopt Calm example buses |
      Then it is refused only because "the Strategic Partnership Board has decided to approve this strategy"

    Scenario: It is adopted by the Board before it is approved above it
      Given the strategy "Calm example buses" is at "Drafted"
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
