Feature: Meetings of the Board
  A meeting is called for a day, the papers go out, and whoever is there is noted. With a quorum
  the Board may decide. The minutes are written, and confirmed at a later meeting by somebody else.

  @A-3.2
  Rule: The Board settles its meetings

    Scenario: A meeting is called
      Given the board "Example Prevention Board" is at "Established"
      When the vice-chair asks to "Call a meeting"
        | Title              | Summer meeting |
        | Day of the meeting | in 30 days     |
        | Where it is held   | Example Hall   |
      Then it is done
      And the meeting "Summer meeting" is at "Called"
      And the meeting "Summer meeting" shows
        | Board | Example Prevention Board |

    Scenario: The Board meets on the very day
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Call a meeting"
        | Title              | Urgent meeting |
        | Day of the meeting | today          |
      Then it is done

    Scenario: No meeting is called for a day gone by
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Call a meeting"
        | Title              | Late meeting |
        | Day of the meeting | 1 day ago    |
      Then it is refused only because "the meeting lies ahead"

    Scenario: The Board's record shows when it last met
      Given the meeting "Spring meeting" is at "Called"
      Then the board "Example Prevention Board" shows
        | last met on | nothing |
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      Then the board "Example Prevention Board" shows
        | last met on | 3 February 2020 |
      Given the meeting "Spring meeting" is at "Minutes in draft"
      Then the board "Example Prevention Board" shows
        | last met on | 3 February 2020 |

    Scenario: The latest of several meetings is the one it last met at
      Given the meeting "Spring meeting" is at "Minutes confirmed"
      Then the board "Example Prevention Board" shows
        | last met on | 2 March 2020 |
      When the chair asks to take back the last step of the meeting "later meeting" because "it was noted too early"
      Then the board "Example Prevention Board" shows
        | last met on | 3 February 2020 |

  @A-3.2
  Rule: A meeting can be put off to another day

    Scenario: It is put off and then held
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the chair asks to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | in 7 days |
        | Why it was put off or cancelled | Snow      |
      Then it is done
      And the meeting "Spring meeting" is at "Put off to another day"
      And the meeting "Spring meeting" should move on by 10 February 2020, or the secretary, the chair are told
      And the meeting "Spring meeting" shows
        | constituencies present                   | 0                                                                                                                                                                                                                                                                                                                                                                                  |
        | apologies                                | 0                                                                                                                                                                                                                                                                                                                                                                                  |
        | constituencies that nobody was there for | Public health of an upper-tier authority, Social care of an upper-tier authority, Police, Office of the Police and Crime Commissioner, Lower-tier authorities, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Fire and rescue service, Probation, Voluntary and community sector, Academic bodies, Community leaders |
      When 7 days pass
      And the secretary asks to "Note who is there" for the meeting "Spring meeting"
        | Members just noted as present | board member's post, police member's post, fire member's post |
      And the chair asks to "Note that it is held with a quorum" for the meeting "Spring meeting"
      Then it is done

    Scenario: It is put off twice, and to the same day at the earliest
      Given the meeting "Spring meeting" is at "Called"
      And the chair has been able to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | today |
        | Why it was put off or cancelled | Snow  |
      When the secretary asks to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | 1 day ago |
        | Why it was put off or cancelled | More snow |
      Then it is refused only because "the other day lies ahead"

  @X-9
  Rule: A meeting can be cancelled

    Scenario: It is cancelled by the chair and not by the secretary
      Given the meeting "Spring meeting" is at "Called"
      When the secretary asks to "Cancel it" for the meeting "Spring meeting"
        | Why it was put off or cancelled | Snow |
      Then it is refused only because "'Cancel it' is for Chair or Vice-chair"
      When the chair asks to "Cancel it" for the meeting "Spring meeting"
        | Why it was put off or cancelled | Snow |
      Then it is done
      And the meeting "Spring meeting" is at "Cancelled"

  @X-24
  Rule: Members get the agenda and papers before a meeting

    Scenario: Without papers it is not held
      Given the meeting "Spring meeting" is at "Called"
      And the secretary has been able to "Call a meeting"
        | Title              | Urgent meeting |
        | Day of the meeting | today          |
      And the secretary has been able to "Note who is there" for the meeting "Urgent meeting"
        | Members just noted as present | board member's post, police member's post, voluntary member's post |
      When the chair asks to "Note that it is held with a quorum" for the meeting "Urgent meeting"
      Then it is refused only because "the papers were sent out"
      When the secretary asks to "Send out the papers" for the meeting "Urgent meeting"
        | Agenda           | The flood    |
        | Where it is held | Example Hall |
      Then it is done
      And the meeting "Urgent meeting" shows
        | Papers sent out on | today |
      When the chair asks to "Note that it is held with a quorum" for the meeting "Urgent meeting"
      Then it is done

  @X-18
  Rule: What is recorded has already happened

    Scenario: Next week's meeting has not been held
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | in 1 day |
        | Why it was put off or cancelled | Snow     |
      When the chair asks to "Note that it is held with a quorum" for the meeting "Spring meeting"
      Then it is refused only because "members for at least 3 constituencies are there"
      When the chair asks to "Note that it met without a quorum" for the meeting "Spring meeting"
        | Note | Nobody came |
      Then it is refused only because "the day on which it was to meet has come"

  @X-23
  Rule: The Board decides nothing without a quorum of constituencies

    Scenario: Three constituencies are a quorum, and those absent are shown
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      Then the meeting "Spring meeting" shows
        | constituencies present                   | 3                                                                                                                                                                                                                                                                                                                  |
        | apologies                                | 1                                                                                                                                                                                                                                                                                                                  |
        | constituencies that nobody was there for | Public health of an upper-tier authority, Social care of an upper-tier authority, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Fire and rescue service, Probation, Academic bodies, Community leaders |
      When the chair asks to "Note that it met without a quorum" for the meeting "Spring meeting"
        | Note | The weather was bad |
      Then it is refused only because "members for at most 2 constituencies are there"
      When the chair asks to "Note that it is held with a quorum" for the meeting "Spring meeting"
      Then it is done

    Scenario: Two constituencies are none
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Strike it out" for the attendance "police attendance"
        | Why it is struck out | Was somebody else |
      Then the meeting "Spring meeting" shows
        | constituencies that nobody was there for | Public health of an upper-tier authority, Social care of an upper-tier authority, Police, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Fire and rescue service, Probation, Academic bodies, Community leaders |
      When the chair asks to "Note that it is held with a quorum" for the meeting "Spring meeting"
      Then it is refused only because "members for at least 3 constituencies are there"
      When the chair asks to "Note that it met without a quorum" for the meeting "Spring meeting"
        | Note | The weather was bad |
      Then it is done
      And the meeting "Spring meeting" is at "Met without a quorum"

    Scenario: Two members for one constituency count once, a substitute counts, and apologies do not
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Eve Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      And this is known as "second council post"
      And the secretary has been able to "Strike it out" for the attendance "fire apologies"
        | Why it is struck out | Sends somebody |
      And the secretary has been able to "Note who is there"
        | Meeting              | Spring meeting      |
        | Member's appointment | second council post |
        | Presence             | Present             |
      Then the meeting "Spring meeting" shows
        | constituencies present | 3 |
        | apologies              | 0 |
      When the secretary asks to "Note who is there"
        | Meeting              | Spring meeting     |
        | Member's appointment | fire member's post |
        | Presence             | Sent a substitute  |
        | Substitute           | Kit Example        |
      Then the meeting "Spring meeting" shows
        | constituencies present                   | 4                                                                                                                                                                                                                                                                                         |
        | constituencies that nobody was there for | Public health of an upper-tier authority, Social care of an upper-tier authority, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Probation, Academic bodies, Community leaders |

  @X-17
  Rule: Who writes the minutes does not confirm them

    Scenario: A vice-chair who also keeps the minutes does not confirm their own
      Given the meeting "Spring meeting" is at "Minutes in draft"
      And the chair has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Vic Example              |
        | Body   | Example Prevention Board |
      And the secretary has been able to "Call a meeting"
        | Title              | Summer meeting |
        | Day of the meeting | today          |
      And the secretary has been able to "Send out the papers" for the meeting "Summer meeting"
        | Agenda | Minutes |
      And the secretary has been able to "Note who is there" for the meeting "Summer meeting"
        | Members just noted as present | board member's post, police member's post, voluntary member's post |
      And the chair has been able to "Note that it is held with a quorum" for the meeting "Summer meeting"
      And the vice-chair has been able to "Write the minutes" for the meeting "Summer meeting"
        | Minutes | What was said |
      When the vice-chair asks to "Confirm the minutes" for the meeting "Summer meeting"
        | Meeting that confirmed the minutes | Spring meeting |
      Then it is refused because
        | 'Confirm the minutes' is not for whoever made 'Write the minutes' |
        | the meeting that confirmed them came later                        |
      When the vice-chair asks to "Confirm the minutes" for the meeting "Spring meeting"
        | Meeting that confirmed the minutes | Summer meeting |
      Then it is done
      And the meeting "Spring meeting" shows
        | Minutes confirmed on | today |

    Scenario: What was said is kept out of the log
      Given the meeting "Spring meeting" is at "Minutes in draft"
      Then the log does not say "What was said and decided"

    Scenario: A draft is put right, and what is confirmed stays
      Given the meeting "Spring meeting" is at "Minutes in draft"
      When the secretary asks to correct the meeting "Spring meeting" because "a name was misspelt"
        | Minutes | What was said, with the right name |
      Then it is done
      Given the meeting "Spring meeting" is at "Minutes confirmed"
      When the secretary asks to correct the meeting "Spring meeting" because "a name was misspelt"
        | Minutes | What was said, with another name |
      Then it is refused only because "'Minutes' is amended at 'Minutes in draft'"

  @X-30
  Rule: Minutes are confirmed at a later meeting

    Scenario: An earlier meeting does not confirm them
      Given the meeting "Spring meeting" is at "Minutes confirmed"
      And the secretary has been able to "Write the minutes" for the meeting "later meeting"
        | Minutes | What was said |
      And the secretary has been able to "Call a meeting"
        | Title              | Third meeting |
        | Day of the meeting | in 7 days     |
      When the chair asks to "Confirm the minutes" for the meeting "later meeting"
        | Meeting that confirmed the minutes | Third meeting |
      Then it is refused only because "the meeting that confirmed them was held with a quorum"
      When the chair asks to "Confirm the minutes" for the meeting "later meeting"
        | Meeting that confirmed the minutes | later meeting |
      Then it is refused only because "'Meeting that confirmed the minutes' does not lead back to the record itself"

    Scenario: A meeting before it does not confirm them
      Given the meeting "Spring meeting" is at "Minutes in draft"
      And the secretary has been able to "Call a meeting"
        | Title              | Third meeting |
        | Day of the meeting | in 7 days     |
      And the secretary has been able to "Send out the papers" for the meeting "Third meeting"
        | Agenda | Minutes |
      And 7 days pass
      And the secretary has been able to "Note who is there" for the meeting "Third meeting"
        | Members just noted as present | board member's post, police member's post, voluntary member's post |
      And the chair has been able to "Note that it is held with a quorum" for the meeting "Third meeting"
      And the secretary has been able to "Write the minutes" for the meeting "Third meeting"
        | Minutes | What was said |
      When the chair asks to "Confirm the minutes" for the meeting "Third meeting"
        | Meeting that confirmed the minutes | Spring meeting |
      Then it is refused only because "the meeting that confirmed them came later"
      When the chair asks to "Confirm the minutes" for the meeting "Spring meeting"
        | Meeting that confirmed the minutes | Third meeting |
      Then it is done

  @A-3.2
  Rule: What can be done with a meeting at each stage, and by whom

    Scenario: How a meeting is called
      Then a meeting is opened by these steps
        | Step           | Who                                      | Must be given             | May be given                   | Leads to |
        | Call a meeting | the secretary, the chair, the vice-chair | Title, Day of the meeting | Where it is held, Agenda, Note | Called   |

    Scenario: What can be done with a meeting that is called
      Given the meeting "Spring meeting" is at "Called"
      Then these steps are open to the meeting "Spring meeting"
        | Step                                           | Who                                      | Must be given                                       | May be given     | Leads to                    |
        | Send out the papers                            | the secretary                            | Agenda                                              | Where it is held | Called                      |
        | Note who is there                              | the secretary                            | Members just noted as present                       |                  | Called                      |
        | Note apologies                                 | the secretary                            | Members just noted with apologies                   |                  | Called                      |
        | Note that it is held with a quorum             | the secretary, the chair, the vice-chair |                                                     |                  | Held, minutes to be written |
        | Note that it met without a quorum              | the secretary, the chair, the vice-chair | Note                                                |                  | Met without a quorum        |
        | Put it off to another day                      | the secretary, the chair, the vice-chair | Day of the meeting, Why it was put off or cancelled |                  | Put off to another day      |
        | Cancel it                                      | the chair, the vice-chair                | Why it was put off or cancelled                     |                  | Cancelled                   |
        | Correct: Title, Where it is held, Agenda, Note | the secretary                            | Title                                               |                  |                             |
      And the meeting "Spring meeting" should move on by 3 February 2020, or the secretary, the chair are told

    Scenario: What can be done with a meeting that has been put off
      Given the meeting "Spring meeting" is at "Called"
      And the chair has been able to "Put it off to another day" for the meeting "Spring meeting"
        | Day of the meeting              | in 40 days |
        | Why it was put off or cancelled | Snow       |
      Then these steps are open to the meeting "Spring meeting"
        | Step                                           | Who                                      | Must be given                                       | May be given     | Leads to                    |
        | Send out the papers                            | the secretary                            | Agenda                                              | Where it is held | Put off to another day      |
        | Note who is there                              | the secretary                            | Members just noted as present                       |                  | Put off to another day      |
        | Note apologies                                 | the secretary                            | Members just noted with apologies                   |                  | Put off to another day      |
        | Note that it is held with a quorum             | the secretary, the chair, the vice-chair |                                                     |                  | Held, minutes to be written |
        | Note that it met without a quorum              | the secretary, the chair, the vice-chair | Note                                                |                  | Met without a quorum        |
        | Put it off to another day                      | the secretary, the chair, the vice-chair | Day of the meeting, Why it was put off or cancelled |                  | Put off to another day      |
        | Cancel it                                      | the chair, the vice-chair                | Why it was put off or cancelled                     |                  | Cancelled                   |
        | Correct: Title, Where it is held, Agenda, Note | the secretary                            | Title                                               |                  |                             |
      And the meeting "Spring meeting" should move on by 15 February 2020, or the secretary, the chair are told

    Scenario: What can be done with a meeting that has been held
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      Then these steps are open to the meeting "Spring meeting"
        | Step                                           | Who                      | Must be given | May be given | Leads to         |
        | Write the minutes                              | the secretary            | Minutes       |              | Minutes in draft |
        | Correct: Title, Where it is held, Agenda, Note | the secretary            | Title         |              |                  |
        | Take back the last step                        | the secretary, the chair |               |              | Called           |
      And the meeting "Spring meeting" should move on by 17 February 2020, or the secretary is told

    Scenario: What can be done with a meeting that has draft minutes
      Given the meeting "Spring meeting" is at "Minutes in draft"
      And the secretary has been able to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 20 days |
      Then these steps are open to the meeting "Spring meeting"
        | Step                                                    | Who                       | Must be given                      | May be given | Leads to          |
        | Confirm the minutes                                     | the chair, the vice-chair | Meeting that confirmed the minutes |              | Minutes confirmed |
        | Correct: Title, Where it is held, Agenda, Note, Minutes | the secretary             | Title                              |              |                   |
      And the meeting "Spring meeting" should move on by 1 March 2020, or the chair, the secretary are told

    Scenario: What can be done with a meeting that has confirmed minutes
      Given the meeting "Spring meeting" is at "Minutes confirmed"
      Then these steps are open to the meeting "Spring meeting"
        | Step                                           | Who                       | Must be given | May be given | Leads to         |
        | Correct: Title, Where it is held, Agenda, Note | the secretary             | Title         |              |                  |
        | Take back the last step                        | the chair, the vice-chair |               |              | Minutes in draft |

    Scenario: What can be done with a meeting that is cancelled
      Given the meeting "Spring meeting" is at "Called"
      And the chair has been able to "Cancel it" for the meeting "Spring meeting"
        | Why it was put off or cancelled | Snow |
      Then these steps are open to the meeting "Spring meeting"
        | Step                                           | Who                       | Must be given | May be given | Leads to |
        | Correct: Title, Where it is held, Agenda, Note | the secretary             | Title         |              |          |
        | Take back the last step                        | the chair, the vice-chair |               |              | Called   |

    Scenario: What can be done with a meeting that met without a quorum
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      And the secretary has been able to "Strike it out" for the attendance "police attendance"
        | Why it is struck out | Was somebody else |
      And the chair has been able to "Note that it met without a quorum" for the meeting "Spring meeting"
        | Note | The weather was bad |
      Then these steps are open to the meeting "Spring meeting"
        | Step                                           | Who                      | Must be given | May be given | Leads to |
        | Correct: Title, Where it is held, Agenda, Note | the secretary            | Title         |              |          |
        | Take back the last step                        | the secretary, the chair |               |              | Called   |
