Feature: Who was at a meeting
  For every meeting it is noted who was there, who sent a substitute and who sent apologies.
  From that follows whether the Board may decide.

  @X-25
  Rule: Who was there, who was not and who stood in is noted for every meeting

    Scenario: All are noted at once
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      Then there are 4 attendances at "Noted"
      And the attendance "police attendance" shows
        | Presence     | Present         |
        | Day          | 3 February 2020 |
        | Member       | Nat Example     |
        | Constituency | Police          |
      And the attendance "fire apologies" shows
        | Presence | Sent apologies |

    Scenario: A substitute has a name
      Given the meeting "Spring meeting" is at "Called"
      When 28 days pass
      And the secretary asks to "Note who is there"
        | Meeting              | Spring meeting      |
        | Member's appointment | board member's post |
        | Presence             | Sent a substitute   |
      Then it is sent back because "must be given here (Substitute)"

    Scenario: Nobody is noted twice for a day
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Present            |
      Then it is refused only because "the member has not been noted for that day yet"

    Scenario: Whoever sent apologies and comes after all is noted as present
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Strike it out" for the attendance "fire apologies"
        | Why it is struck out | Came after all |
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Present            |
      Then it is done

    Scenario: Whoever comes later is noted in the same way
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the secretary asks to "Note who is there" for the meeting "Spring meeting"
        | Members just noted as present | chair's post, vice-chair's post |
      Then it is done
      And there are 6 attendances at "Noted"

    Scenario: Apologies for one meeting are none for another
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Call a meeting"
        | Title              | Urgent meeting |
        | Day of the meeting | today          |
      When the secretary asks to "Note who is there"
        | Meeting              | Urgent meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Present            |
      Then it is done

    Scenario: On the day to which it is put off everybody is noted anew
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the chair has been able to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | in 1 day |
        | Why it was put off or cancelled | Snow     |
      When 1 day passes
      And the secretary asks to "Note who is there"
        | Meeting              | Spring meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Present            |
      Then it is done

    Scenario: Once a meeting has been held nobody is added
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting |
        | Member's appointment | chair's post   |
        | Presence             | Present        |
      Then it is refused only because "the meeting has not been closed"

    Scenario Outline: <Who> is noted as present
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting |
        | Member's appointment | <Appointment>  |
        | Presence             | Present        |
      Then it is done

      Examples:
        | Who            | Appointment       |
        | The chair      | chair's post      |
        | The vice-chair | vice-chair's post |

    Scenario: Whoever holds another office of the Board is not noted as a member
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting |
        | Member's appointment | auditor's post |
        | Presence             | Present        |
      Then it is refused only because "the member sits on the Board that day"

    Scenario: A member's other offices do not seat them twice
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Appoint to an office"
        | Office | Auditor                  |
        | Person | Fay Example              |
        | Body   | Example Prevention Board |
      And this is known as "other post"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting |
        | Member's appointment | other post     |
        | Presence             | Present        |
      Then it is refused only because "the member sits on the Board that day"

    Scenario: A former member is not noted
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the chair has been able to "End the appointment" for the appointment "vice-chair's post"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting    |
        | Member's appointment | vice-chair's post |
        | Presence             | Present           |
      Then it is refused only because "the member sits on the Board that day"

    Scenario Outline: A member <from when, until when> is noted as present
      Given the meeting "Spring meeting" is at "Called"
      And the secretary has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Eve Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
        | First day                  | <First day>                         |
        | Last day                   | <Last day>                          |
      And this is known as "new seat"
      When 28 days pass
      And the secretary asks to "Note who is there"
        | Meeting              | Spring meeting |
        | Member's appointment | new seat       |
        | Presence             | Present        |
      Then <Answer>

      Examples:
        | from when, until when | First day  | Last day   | Answer                                                             |
        | from that day         | in 28 days |            | it is done                                                         |
        | from the day after    | in 29 days |            | it is refused only because "the member sits on the Board that day" |
        | until that day        |            | in 28 days | it is done                                                         |
        | until the day before  |            | in 27 days | it is refused only because "the member sits on the Board that day" |

  @X-18
  Rule: What is recorded has already happened

    Scenario: Apologies come beforehand, presence does not
      Given the meeting "Spring meeting" is at "Called"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Sent apologies     |
      Then it is done
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting      |
        | Member's appointment | board member's post |
        | Presence             | Present             |
      Then it is refused only because "the day of the meeting has come"
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting      |
        | Member's appointment | board member's post |
        | Presence             | Sent a substitute   |
        | Substitute           | Kit Example         |
      Then it is refused only because "the day of the meeting has come"

  @X-25
  Rule: What can be done with an attendance at each stage, and by whom

    Scenario: How an attendance is noted
      Then an attendance is opened by these steps
        | Step              | Who           | Must be given                           | May be given | Leads to |
        | Note who is there | the secretary | Meeting, Member's appointment, Presence | Substitute   | Noted    |

    Scenario: What can be done once it is noted
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      Then these steps are open to the attendance "police attendance"
        | Step          | Who           | Must be given        | May be given | Leads to   |
        | Strike it out | the secretary | Why it is struck out |              | Struck out |

    Scenario: What can be done once it is struck out
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Strike it out" for the attendance "police attendance"
        | Why it is struck out | Was somebody else |
      Then these steps are open to the attendance "police attendance"
        | Step | Who | Must be given | May be given | Leads to |
