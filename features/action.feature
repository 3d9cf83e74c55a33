Feature: What meetings ask people to do
  Each action has one person who does it and a day on which it is due. It is done, carried over
  to another day, handed on, or dropped by the chair; nothing just peters out.

  @X-29
  Rule: An action has somebody who does it and a day on which it is due

    Scenario: An action is noted and done
      Given the action "Write to the bus company" is at "Done"
      Then the action "Write to the bus company" shows
        | Meeting that asked for it | Spring meeting              |
        | Who does it               | Pat Example                 |
        | Done on                   | today                       |
        | What came of it           | They answered and will come |

    Scenario Outline: A meeting that <has met> asks for something
      Given the meeting "Spring meeting" is at "<Stage>"
      When the secretary asks to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Kit Example     |
        | Due on                    | in 7 days       |
      Then it is done

      Examples:
        | has met               | Stage                       |
        | has been held         | Held, minutes to be written |
        | is minuted            | Minutes in draft            |
        | has confirmed minutes | Minutes confirmed           |

    Scenario: A meeting without a quorum may ask for something
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Strike it out" for the attendance "police attendance"
        | Why it is struck out | Was somebody else |
      And the chair has been able to "Note that it met without a quorum" for the meeting "Spring meeting"
        | Note | The weather was bad |
      When the secretary asks to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Kit Example     |
        | Due on                    | in 7 days       |
      Then it is done

    Scenario: A meeting that has not met has asked for nothing
      Given the meeting "Spring meeting" is at "Called"
      When the secretary asks to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Kit Example     |
        | Due on                    | in 40 days      |
      Then it is refused only because "the meeting has met"

    Scenario: An action may be due on the day of the meeting and not before
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      When the secretary asks to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Kit Example     |
        | Due on                    | 1 day ago       |
      Then it is refused only because "it is due on the day of the meeting or later"
      When the secretary asks to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Kit Example     |
        | Due on                    | today           |
      Then it is done

    Scenario: An action is carried over to a day that lies ahead
      Given the action "Write to the bus company" is at "Open"
      When the secretary asks to "Carry it over" for the action "Write to the bus company"
        | Due on                             | 1 day ago |
        | Why it was carried over or dropped | No answer |
      Then it is refused only because "the new day lies ahead"
      When the secretary asks to "Carry it over" for the action "Write to the bus company"
        | Due on                             | today     |
        | Why it was carried over or dropped | No answer |
      Then it is done
      And the action "Write to the bus company" is at "Open"

    Scenario: Whoever has left takes on nothing
      Given the action "Write to the bus company" is at "Open"
      And the secretary has been able to "Note that the person has left" for the person "Lou Example"
      When the secretary asks to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Lou Example     |
        | Due on                    | in 7 days       |
      Then it is refused only because "who does it is on the register and has not left"
      When the chair asks to "Hand it to somebody else" for the action "Write to the bus company"
        | Who does it | Lou Example |
      Then it is refused only because "who takes it over is on the register and has not left"
      When the chair asks to "Hand it to somebody else" for the action "Write to the bus company"
        | Who does it | Kit Example |
      Then it is done
      When the co-ordinator asks to "Note that it is done" for the action "Write to the bus company"
        | What came of it | They came |
      Then it is done

    Scenario: Meeting and person show what is still open
      Given the action "Write to the bus company" is at "Open"
      And the secretary has been able to "Note an action"
        | What is to be done        | Count the buses |
        | Meeting that asked for it | Spring meeting  |
        | Who does it               | Kit Example     |
        | Due on                    | in 7 days       |
      Then the meeting "Spring meeting" shows
        | actions still open from it | 2 |
      And the person "Pat Example" shows
        | actions that the person has yet to do | 1 |
      When the police officer asks to "Note that it is done" for the action "Write to the bus company"
        | What came of it | They came |
      Then the meeting "Spring meeting" shows
        | actions still open from it | 1 |
      And the person "Pat Example" shows
        | actions that the person has yet to do | 0 |

    Scenario: Nobody does another's action
      Given the action "Write to the bus company" is at "Open"
      When the co-ordinator asks to "Note that it is done" for the action "Write to the bus company"
        | What came of it | They came |
      Then it is refused only because "'Note that it is done' is for the person named as who does it in the action or Secretariat"

  @X-9
  Rule: What can be done with an action at each stage, and by whom

    Scenario: How an action is noted
      Then an action is opened by these steps
        | Step           | Who           | Must be given                                                      | May be given                        | Leads to |
        | Note an action | the secretary | What is to be done, Meeting that asked for it, Who does it, Due on | Decision that it follows from, Note | Open     |

    Scenario: What can be done with an open action
      Given the action "Write to the bus company" is at "Open"
      Then these steps are open to the action "Write to the bus company"
        | Step                              | Who                                      | Must be given                              | May be given | Leads to |
        | Carry it over                     | the secretary, the chair, the vice-chair | Due on, Why it was carried over or dropped |              | Open     |
        | Hand it to somebody else          | the secretary, the chair, the vice-chair | Who does it                                |              | Open     |
        | Note that it is done              | the secretary, the police officer        | What came of it                            |              | Done     |
        | Drop it                           | the chair, the vice-chair                | Why it was carried over or dropped         |              | Dropped  |
        | Correct: What is to be done, Note | the secretary                            | What is to be done                         |              |          |
      And the action "Write to the bus company" should move on by 24 February 2020, or the police officer, the secretary are told

    Scenario: What can be done with an action that is done
      Given the action "Write to the bus company" is at "Done"
      Then these steps are open to the action "Write to the bus company"
        | Step                              | Who                      | Must be given      | May be given | Leads to |
        | Correct: What is to be done, Note | the secretary            | What is to be done |              |          |
        | Take back the last step           | the secretary, the chair |                    |              | Open     |

    Scenario: What can be done with an action that was dropped
      Given the action "Write to the bus company" is at "Open"
      And the chair has been able to "Drop it" for the action "Write to the bus company"
        | Why it was carried over or dropped | The company is gone |
      Then these steps are open to the action "Write to the bus company"
        | Step                              | Who                       | Must be given      | May be given | Leads to |
        | Correct: What is to be done, Note | the secretary             | What is to be done |              |          |
        | Take back the last step           | the chair, the vice-chair |                    |              | Open     |
