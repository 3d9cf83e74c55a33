Feature: Evaluation of zones
  Somebody other than the zone's co-ordinator looks at what has changed since the baseline and
  tells the Board, which receives the evaluation and draws its conclusions.

  @B-1.2
  Rule: The evaluation of the zones comes to the Prevention Board

    Scenario: An evaluation is commissioned, reported and received
      Given the zone "Example Wharf" is ready for "Note that it has been evaluated"
      Then the evaluation "evaluation" is at "Received by the Board"
      And the evaluation "evaluation" shows
        | Zones                       | Example Wharf |
        | Change against the baseline | Better        |

    Scenario: The Board receives the evaluation by a decision about it
      Given the evaluation "Spring evaluation of Example Wharf" is ready for "Receive it"
      When the chair asks to "Receive it" for the evaluation "Spring evaluation of Example Wharf"
        | Decision to receive it | decision to receive |
      Then it is done
      And the evaluation "Spring evaluation of Example Wharf" is at "Received by the Board"
      And the evaluation "Spring evaluation of Example Wharf" shows
        | Received on | today |

    Scenario: A decision about something else does not receive it
      Given the evaluation "Spring evaluation of Example Wharf" is at "Reported"
      When the chair asks to "Receive it" for the evaluation "Spring evaluation of Example Wharf"
        | Decision to receive it | decision to go ahead |
      Then it is refused only because "the Prevention Board has decided to receive this evaluation"

    Scenario: An evaluation takes in several zones
      Given the zone "Example Wharf" is at "Active"
      And the zone "Example Lock" is at "Active"
      When the secretary asks to "Commission an evaluation"
        | Title            | Both example zones          |
        | Zones            | Example Wharf, Example Lock |
        | Interim or final | Final                       |
        | Evaluator        | Eve Example                 |
      Then it is done
      And the evaluation "Both example zones" shows
        | Zones                         | Example Wharf, Example Lock |
        | zones without a baseline      | none                        |
        | zones without a later reading | Example Wharf, Example Lock |

    Scenario: The chair sends it back and it is reported again
      Given the evaluation "Spring evaluation of Example Wharf" is at "Reported"
      When the chair asks to "Send it back" for the evaluation "Spring evaluation of Example Wharf"
        | Due on | in 30 days |
      Then it is done
      And the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"

    Scenario: The secretary does not receive it for the Board
      Given the evaluation "Spring evaluation of Example Wharf" is ready for "Receive it"
      When the secretary asks to "Receive it" for the evaluation "Spring evaluation of Example Wharf"
        | Decision to receive it | decision to receive |
      Then it is refused only because "'Receive it' is for Chair or Vice-chair"

  @X-12
  Rule: A zone is not evaluated by its own co-ordinator

    Scenario: The co-ordinator is not taken as evaluator
      Given the zone "Example Wharf" is at "Active"
      When the chair asks to "Commission an evaluation"
        | Title            | How we did    |
        | Zones            | Example Wharf |
        | Interim or final | Interim       |
        | Evaluator        | Kit Example   |
      Then it is refused only because "the evaluator is not a co-ordinator of any of the zones"

    Scenario: An evaluator who becomes co-ordinator of the zone is a breach
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      When the chair asks to "Appoint to an office"
        | Office | Co-ordinator                            |
        | Person | Eve Example                             |
        | Body   | Example Wharf                           |
        | Duties | Runs the zone and answers to both leads |
      Then it is done
      And the evaluation "Spring evaluation of Example Wharf" is in breach because "the evaluator is not a co-ordinator of any of the zones" since today

      When the chair asks to "Give it up" for the evaluation "Spring evaluation of Example Wharf"
        | Why it was given up | The evaluator has taken up a post in the zone |
      Then it is done
      And the evaluation "Spring evaluation of Example Wharf" is no longer in breach

    Scenario: An evaluator who becomes co-ordinator before the Board has received the findings is a breach too
      Given the evaluation "Spring evaluation of Example Wharf" is at "Reported"
      When the chair asks to "Appoint to an office"
        | Office | Co-ordinator                            |
        | Person | Eve Example                             |
        | Body   | Example Wharf                           |
        | Duties | Runs the zone and answers to both leads |
      Then it is done
      And the evaluation "Spring evaluation of Example Wharf" is in breach because "the evaluator is not a co-ordinator of any of the zones" since today

    Scenario: An evaluator who has become co-ordinator of the zone does not report on it
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      And the chair has been able to "Appoint to an office"
        | Office | Co-ordinator                            |
        | Person | Eve Example                             |
        | Body   | Example Wharf                           |
        | Duties | Runs the zone and answers to both leads |
      When the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | All goes well |
        | Change against the baseline | Better        |
      Then it is refused only because "the evaluator has not become a co-ordinator of any of the zones"

  @X-7
  Rule: Change is measured against the baseline

    Scenario: With a baseline and a later reading the findings are reported
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      When the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is done
      And the evaluation "Spring evaluation of Example Wharf" is at "Reported"

    Scenario: Without a baseline there is nothing to measure against
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      When the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is refused only because "every zone has a baseline reading, or an exception is minuted"

      When the secretary asks to "Record a decision"
        | What was decided        | The evaluation does without a baseline |
        | Body that decided       | Prevention Board                       |
        | Date of the meeting     | today                                  |
        | Minute                  | 2020/8                                 |
        | Kind of decision        | An exception to a rule                 |
        | What it is about        | Spring evaluation of Example Wharf     |
        | Rule that it sets aside | There is a baseline reading            |
        | Reason given            | The old figures cannot be had          |
      And the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is done

    Scenario: Without a later reading there is no change to report
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      And the co-ordinator has been able to "Strike it out" for the reading "later reading"
        | Why it does not count | It was of another route |
      When the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is refused only because "every zone has a reading to set against its baseline"

    Scenario: Only the evaluator reports the findings
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      When the secretary asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is refused only because "'Report the findings' is for the person named as evaluator in the evaluation"

  @X-20
  Rule: Who evaluates a zone does not receive the evaluation

    Scenario: A vice-chair who has evaluated the zone leaves it to the chair
      Given the zone "Example Wharf" is ready for "Note that it has been evaluated"
      And the secretary has been able to "Commission an evaluation"
        | Title            | A second look |
        | Zones            | Example Wharf |
        | Interim or final | Interim       |
        | Evaluator        | Vic Example   |
      And the vice-chair has been able to "Report the findings" for the evaluation "A second look"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      And the secretary has been able to "Record a decision"
        | What was decided    | Receive the second look |
        | Body that decided   | Prevention Board        |
        | Date of the meeting | today                   |
        | Minute              | 2020/9                  |
        | Kind of decision    | Receiving an evaluation |
        | What it is about    | A second look           |
      When the vice-chair asks to "Receive it" for the evaluation "A second look"
        | Decision to receive it | Receive the second look |
      Then it is refused because
        | 'Receive it' is not for whoever made 'Report the findings'              |
        | 'Receive it' is not for the person named as evaluator in the evaluation |
      When the chair asks to "Receive it" for the evaluation "A second look"
        | Decision to receive it | Receive the second look |
      Then it is done

  @B-1.2
  Rule: Only a decision of the Prevention Board to receive it counts

    Scenario Outline: <which> does not receive it
      Given the evaluation "Spring evaluation of Example Wharf" is at "Reported"
      And the secretary has been able to "Record a decision"
        | What was decided    | An example decision |
        | Body that decided   | <body>              |
        | Date of the meeting | today               |
        | Minute              | 2020/60             |
        | Kind of decision    | <matter>            |
        | What it is about    | <about>             |
      When the chair asks to "Receive it" for the evaluation "Spring evaluation of Example Wharf"
        | Decision to receive it | An example decision |
      Then it is refused only because "the Prevention Board has decided to receive this evaluation"

      Examples:
        | which                        | body                        | matter                  | about         |
        | A decision of another board  | Strategic Partnership Board | Receiving an evaluation | Spring evaluation of Example Wharf |
        | A decision on another matter | Prevention Board            | Something else          | Spring evaluation of Example Wharf |
        | A decision about a zone      | Prevention Board            | Receiving an evaluation | Example Wharf |

    Scenario: A decision that was rescinded does not, one that is confirmed does
      Given the evaluation "Spring evaluation of Example Wharf" is ready for "Receive it"
      And the chair has been able to "Rescind the decision" for the decision "decision to receive"
        | Why it was rescinded | It came too early |
      When the chair asks to "Receive it" for the evaluation "Spring evaluation of Example Wharf"
        | Decision to receive it | decision to receive |
      Then it is refused only because "the Prevention Board has decided to receive this evaluation"
      When the chair asks to take back the last step of the decision "decision to receive" because "it was time"
      And the chair asks to "Confirm the minutes" for the decision "decision to receive"
      And the chair asks to "Receive it" for the evaluation "Spring evaluation of Example Wharf"
        | Decision to receive it | decision to receive |
      Then it is done

  @X-6 @X-7
  Rule: A missing baseline is excused by a minuted exception for it, while that lasts

    Scenario Outline: An exception <what>, and the findings are <said>
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      And the secretary has been able to "Record a decision"
        | What was decided          | An example decision |
        | Body that decided         | Prevention Board    |
        | Date of the meeting       | today               |
        | Minute                    | 2020/61             |
        | Kind of decision          | <matter>            |
        | What it is about          | Spring evaluation of Example Wharf |
        | Rule that it sets aside   | <rule>              |
        | Last day of the exception | <until>             |
        | Reason given              | <reason>            |
      And 1 day passes
      When the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then <answer>

      Examples:
        | what                  | said     | matter                 | rule                                       | until    | reason    | answer     |
        | without end           | reported | An exception to a rule | There is a baseline reading                |          | A reason  | it is done |
        | that holds today      | reported | An exception to a rule | There is a baseline reading                | in 1 day | A reason  | it is done |
        | that held yesterday   | not      | An exception to a rule | There is a baseline reading                | today    | A reason  | it is refused only because "every zone has a baseline reading, or an exception is minuted" |
        | from another rule     | not      | An exception to a rule | Nobody holds more than three offices       |          | A reason  | it is refused only because "every zone has a baseline reading, or an exception is minuted" |
        | that is not one       | not      | Something else         |                                            |          |           | it is refused only because "every zone has a baseline reading, or an exception is minuted" |

    Scenario: An exception that was rescinded excuses nothing, one that is confirmed does
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | One of the two routes was left out |
      And the secretary has been able to "Record a decision"
        | What was decided        | No baseline                 |
        | Body that decided       | Prevention Board            |
        | Date of the meeting     | today                       |
        | Minute                  | 2020/61                     |
        | Kind of decision        | An exception to a rule      |
        | What it is about        | Spring evaluation of Example Wharf |
        | Rule that it sets aside | There is a baseline reading |
        | Reason given            | A reason                    |
      And the chair has been able to "Rescind the decision" for the decision "No baseline"
        | Why it was rescinded | It came too early |
      When the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is refused only because "every zone has a baseline reading, or an exception is minuted"
      When the chair asks to take back the last step of the decision "No baseline" because "it was time"
      And the chair asks to "Confirm the minutes" for the decision "No baseline"
      And the evaluator asks to "Report the findings" for the evaluation "Spring evaluation of Example Wharf"
        | Findings                    | Fewer threats are reported |
        | Change against the baseline | Better                     |
      Then it is done

  @B-1.2
  Rule: What can be done with an evaluation at each stage, and by whom

    Scenario: How an evaluation comes about
      Then an evaluation is opened by these steps
        | Step                     | Who                                      | Must be given                             | May be given                      | Leads to     |
        | Commission an evaluation | the secretary, the chair, the vice-chair | Title, Zones, Interim or final, Evaluator | Institution, Method, Due on, Note | Commissioned |

    Scenario: What can be done with an evaluation that is at 'Commissioned'
      Given the evaluation "Spring evaluation of Example Wharf" is at "Commissioned"
      Then these steps are open to the evaluation "Spring evaluation of Example Wharf"
        | Step                         | Who                       | Must be given                         | May be given | Leads to |
        | Report the findings          | the evaluator             | Findings, Change against the baseline | Method       | Reported |
        | Give it up                   | the chair, the vice-chair | Why it was given up                   |              | Given up |
        | Correct: Title, Note, Due on | the secretary             | Title                                 |              |          |
      And the evaluation "Spring evaluation of Example Wharf" should move on by 31 October 2020, or the evaluator, the secretary are told

    Scenario: What can be done with an evaluation that is at 'Reported'
      Given the evaluation "Spring evaluation of Example Wharf" is at "Reported"
      And the secretary has been able to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 20 days |
      Then these steps are open to the evaluation "Spring evaluation of Example Wharf"
        | Step                      | Who                          | Must be given          | May be given | Leads to              |
        | Send it back              | the chair, the vice-chair    |                        | Due on, Note | Commissioned          |
        | Receive it                | the chair, the vice-chair    | Decision to receive it |              | Received by the Board |
        | Give it up                | the chair, the vice-chair    | Why it was given up    |              | Given up              |
        | Correct: Title, Note      | the secretary                | Title                  |              |                       |
        | Correct: Method, Findings | the secretary, the evaluator |                        |              |                       |
        | Take back the last step   | the secretary                |                        |              | Commissioned          |
      And the evaluation "Spring evaluation of Example Wharf" should move on by 19 October 2020, or the chair, the secretary are told

    Scenario: What can be done with an evaluation that is at 'Received by the Board'
      Given the evaluation "Spring evaluation of Example Wharf" is at "Received by the Board"
      Then these steps are open to the evaluation "Spring evaluation of Example Wharf"
        | Step                    | Who                       | Must be given | May be given | Leads to |
        | Correct: Title, Note    | the secretary             | Title         |              |          |
        | Take back the last step | the chair, the vice-chair |               |              | Reported |

    Scenario: What can be done with an evaluation that is at 'Given up'
      Given the evaluation "Spring evaluation of Example Wharf" is at "Reported"
      And the chair has been able to "Give it up" for the evaluation "Spring evaluation of Example Wharf"
        | Why it was given up | The zone has ended |
      Then these steps are open to the evaluation "Spring evaluation of Example Wharf"
        | Step                 | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Note | the secretary | Title         |              |          |
