Feature: Evaluating a zone and what follows
  Somebody other than the co-ordinator evaluates the zone, and the Board receives the result.
  Then the Board lets it carry on, gives it another term, or closes it.

  @B-1.2
  Rule: A zone has been evaluated once the Board has received an evaluation of it

    Scenario: The Board has received the evaluation
      Given the zone "Example Wharf" is ready for "Note that it has been evaluated"
      When the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | evaluation |
      Then it is done
      And the zone "Example Wharf" is at "Evaluated"
      And the zone "Example Wharf" shows
        | Value of the measure at the baseline | 42.00 |
        | Latest value of the measure          | 31.00 |

    Scenario: A breach is not lost from sight by an evaluation
      Given the zone "Example Wharf" is ready for "Note that it has been evaluated"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | Other things come first now |
      When the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | evaluation |
      Then it is done
      And the zone "Example Wharf" is in breach because "every agency required still stands by its pledge or is excused by minute" since today

    Scenario: The evaluation was received by mistake
      Given the zone "Example Wharf" is ready for "Note that it has been evaluated"
      When the chair asks to take back the last step of the evaluation "evaluation" because "the Board had not met"
      Then it is done
      When the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | evaluation |
      Then it is refused only because "the Board has received this evaluation of the zone since it has been at work"
      When the chair asks to "Receive it" for the evaluation "evaluation"
        | Decision to receive it | decision to receive |
      And the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | evaluation |
      Then it is done

    Scenario: The evaluation of another zone does not count
      Given the zone "Example Mill" is at "Active"
      And the zone "Example Wharf" is ready for "Note that it has been evaluated"
      When the secretary asks to "Note that it has been evaluated" for the zone "Example Mill"
        | Evaluation | First evaluation of Example Wharf |
      Then it is refused only because "the Board has received this evaluation of the zone since it has been at work"

    Scenario: An evaluation that the Board received before the zone began its work does not count
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 41                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      And the secretary has been able to "Commission an evaluation"
        | Title            | Early look at Example Wharf |
        | Zones            | Example Wharf               |
        | Interim or final | Interim                     |
        | Evaluator        | Eve Example                 |
      And the evaluator has been able to "Report the findings" for the evaluation "Early look at Example Wharf"
        | Findings                    | It has yet to begin. |
        | Change against the baseline | No clear change      |
      And the secretary has been able to "Record a decision"
        | What was decided    | Receive the early look      |
        | Body that decided   | Prevention Board            |
        | Date of the meeting | today                       |
        | Minute              | 2020/7                      |
        | Kind of decision    | Receiving an evaluation     |
        | What it is about    | Early look at Example Wharf |
      And the chair has been able to "Receive it" for the evaluation "Early look at Example Wharf"
        | Decision to receive it | Receive the early look |
      When 7 days pass
      And the co-ordinator asks to "Start work" for the zone "Example Wharf"
      And the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | Early look at Example Wharf |
      Then it is refused only because "the Board has received this evaluation of the zone since it has been at work"

  @X-14
  Rule: After an interim evaluation a zone can carry on

    Scenario: The zone carries on, and waits for another evaluation
      Given the zone "Example Wharf" is at "Evaluated"
      When the chair asks to "Carry on after an interim evaluation" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Active"
      And the zone "Example Wharf" shows
        | At work since     | today                             |
        | Evaluation before | First evaluation of Example Wharf |
      When the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | evaluation |
      Then it is refused only because "the Board has received this evaluation of the zone since it has been at work"

    Scenario: After a final evaluation it does not simply carry on
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 30                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      And the secretary has been able to "Commission an evaluation"
        | Title            | Last evaluation of Example Wharf |
        | Zones            | Example Wharf                    |
        | Interim or final | Final                            |
        | Evaluator        | Eve Example                      |
      And the evaluator has been able to "Report the findings" for the evaluation "Last evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported. |
        | Change against the baseline | Better                      |
      And the secretary has been able to "Record a decision"
        | What was decided    | Receive the last evaluation      |
        | Body that decided   | Prevention Board                 |
        | Date of the meeting | today                            |
        | Minute              | 2020/7                           |
        | Kind of decision    | Receiving an evaluation          |
        | What it is about    | Last evaluation of Example Wharf |
      And the chair has been able to "Receive it" for the evaluation "Last evaluation of Example Wharf"
        | Decision to receive it | Receive the last evaluation |
      And the secretary has been able to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | Last evaluation of Example Wharf |
      When the chair asks to "Carry on after an interim evaluation" for the zone "Example Wharf"
      Then it is refused only because "the evaluation was an interim one"

  @X-14
  Rule: Another term is a decision of the Board

    Scenario: The Board gives the zone another term, and it begins
      Given the zone "Example Wharf" is ready for "Give it another term"
      When the chair asks to "Give it another term" for the zone "Example Wharf"
        | Decision on another term | decision to renew |
      Then it is done
      And the zone "Example Wharf" is at "Renewed"
      When 14 days pass
      And the co-ordinator asks to "Begin the new term" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Active"
      And the zone "Example Wharf" shows
        | At work since     | today                            |
        | Evaluation before | First evaluation of Example Wharf |
      When the secretary asks to "Note that it has been evaluated" for the zone "Example Wharf"
        | Evaluation | evaluation |
      Then it is refused only because "the Board has received this evaluation of the zone since it has been at work"

    Scenario: The decision on another term was rescinded
      Given the zone "Example Wharf" is ready for "Give it another term"
      And the chair has been able to "Rescind the decision" for the decision "decision to renew"
        | Why it was rescinded | The Board wants to look again |
      When the chair asks to "Give it another term" for the zone "Example Wharf"
        | Decision on another term | decision to renew |
      Then it is refused only because "the Prevention Board has decided to give this zone another term"

    Scenario Outline: A decision <of another sort> does not renew the zone
      Given the zone "Example Wharf" is ready for "Give it another term"
      And the zone "Example Mill" is at "Proposed"
      And the secretary has been able to "Record a decision"
        | What was decided    | Something else |
        | Body that decided   | <body>         |
        | Date of the meeting | <date>         |
        | Minute              | 2020/17        |
        | Kind of decision    | <matter>       |
        | What it is about    | <zone>         |
      When the chair asks to "Give it another term" for the zone "Example Wharf"
        | Decision on another term | Something else |
      Then it is refused only because "the Prevention Board has decided to give this zone another term"

      Examples:
        | of another sort               | body             | date            | matter                  | zone          |
        | of another body               | Another body     | today           | Another term for a zone | Example Wharf |
        | on another matter             | Prevention Board | today           | Something else          | Example Wharf |
        | about another zone            | Prevention Board | today           | Another term for a zone | Example Mill  |
        | from before it began its work | Prevention Board | 10 January 2020 | Another term for a zone | Example Wharf |

    Scenario: The minutes may be confirmed before the zone is renewed
      Given the zone "Example Wharf" is ready for "Give it another term"
      And the chair has been able to "Confirm the minutes" for the decision "decision to renew"
      When the chair asks to "Give it another term" for the zone "Example Wharf"
        | Decision on another term | decision to renew |
      Then it is done

    Scenario: A new term needs everything that an active zone needs
      Given the zone "Example Wharf" is at "Renewed"
      And the secretary has been able to "End the appointment" for the appointment "co-ordinator's post"
      When the secretary asks to "Begin the new term" for the zone "Example Wharf"
      Then it is refused only because "a co-ordinator is in post, or an exception is minuted"

  @X-14 @X-9
  Rule: The Board may close a zone that has gone ahead

    Scenario Outline: A zone at "<stage>" is closed
      Given the zone "Example Wharf" is at "<stage>"
      When the chair asks to "Close" for the zone "Example Wharf"
        | Why it ended | Its work is done |
      Then it is done
      And the zone "Example Wharf" is at "Closed"

      Examples:
        | stage          |
        | Going ahead    |
        | Roles assigned |
        | Toolkit issued |
        | Active         |
        | Evaluated      |
        | Renewed        |
