Feature: A programme beside the Board
  A violence reduction network brings many agencies together on one harmful behaviour, with members,
  money and a team of its own. It runs beside the Board, may come under it, and may one day become part of it.
  What such a network is asked to do follows the papers of November 2019 and early 2020; people, agencies and days are invented.

  @H-5.4 @H-5.9 @H-5.10
  Rule: It begins once its aims and its focus are agreed

    Scenario: A programme is set up, agrees what it is for, and begins
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the secretary has been able to "Set up a programme"
        | Name                    | Example Network                 |
        | Prescribed core members | Example Police, Example Council |
      And the secretary has been able to "Register a person"
        | Name | Dot Example |
      And the secretary has been able to "Appoint to an office"
        | Office | Programme lead  |
        | Person | Dot Example     |
        | Body   | Example Network |
      And "Dot Example" has been able to "Agree its aims" for the programme "Example Network"
        | Aims | Know what lies behind violence |
      And "Dot Example" has been able to "Agree its focus" for the programme "Example Network"
        | Focus | Violence among people up to 25 |
      When "Dot Example" asks to "Begin" for the programme "Example Network"
        | Begun on | 1 September 2019 |
      Then it is done
      And the programme "Example Network" is at "Begun, core membership not confirmed"
      And the programme "Example Network" shows
        | First day of the reporting period                    | 1 September 2019                |
        | core members without somebody on the programme board | Example Police, Example Council |
        | members of the programme board                       | 0                               |

    Scenario: Without aims it does not begin
      Given the programme "Example Network" is ready for "Agree its aims"
      And the programme lead has been able to "Agree its focus" for the programme "Example Network"
        | Focus | Youth violence |
      When the programme lead asks to "Begin" for the programme "Example Network"
        | Begun on | today |
      Then it is refused only because "its aims have been agreed"

    Scenario: Without a focus it does not begin
      Given the programme "Example Network" is ready for "Agree its focus"
      When the programme lead asks to "Begin" for the programme "Example Network"
        | Begun on | today |
      Then it is refused only because "it is agreed what it looks at first"

    Scenario: The beginning is not noted before it has come
      Given the programme "Example Network" is ready for "Begin"
      When the programme lead asks to "Begin" for the programme "Example Network"
        | Begun on | in 1 day |
      Then it is refused only because "the day on which it began has come"

    Scenario: The focus is widened later
      Given the programme "Example Network" is at "Beside the Board"
      When the programme lead asks to "Agree its focus" for the programme "Example Network"
        | Focus | Violence of every form |
      Then it is done
      And the programme "Example Network" shows
        | Focus                                   | Violence of every form   |
        | Behaviour of the Board that it works on | Threats on example buses |

  @H-5.5 @R-2.3 @S-8.1
  Rule: Core members are prescribed, public health advice is taken, and the method is the Board's

    Scenario: The gaps in the core membership are on show until somebody sits for each body
      Given the programme "Example Network" is ready for "Confirm the core membership"
      And the secretary has been able to "End the appointment" for the appointment "youth member's post"
      When the programme lead asks to "Confirm the core membership" for the programme "Example Network"
      Then it is refused only because "every core member has somebody on the programme board"
      And the programme "Example Network" shows
        | core members without somebody on the programme board | Example Youth Offending Team |
        | members of the programme board                       | 2                            |

    Scenario: Who leads the programme does not fill a seat on its board
      Given the programme "Example Network" is ready for "Confirm the core membership"
      And the secretary has been able to "End the appointment" for the appointment "youth member's post"
      And the secretary has been able to "Appoint to an office"
        | Office             | Programme lead               |
        | Person             | Yas Example                  |
        | Body               | Example Network              |
        | Agency represented | Example Youth Offending Team |
      When the programme lead asks to "Confirm the core membership" for the programme "Example Network"
      Then it is refused only because "every core member has somebody on the programme board"

    Scenario: A seat in another programme does not fill one here
      Given the programme "Example Network" is ready for "Confirm the core membership"
      And the secretary has been able to "End the appointment" for the appointment "youth member's post"
      And the secretary has been able to "Set up a programme"
        | Name                    | Another example programme |
        | Prescribed core members | Example Police            |
      And the secretary has been able to "Appoint to an office"
        | Office             | Programme member             |
        | Person             | Yas Example                  |
        | Body               | Another example programme    |
        | Agency represented | Example Youth Offending Team |
      When the programme lead asks to "Confirm the core membership" for the programme "Example Network"
      Then it is refused only because "every core member has somebody on the programme board"

    Scenario: A seat that is given for a time leaves a gap when the time is over
      Given the programme "Example Network" is ready for "Confirm the core membership"
      And the secretary has been able to "End the appointment" for the appointment "youth member's post"
      And the secretary has been able to "Appoint to an office"
        | Office             | Programme member             |
        | Person             | Yas Example                  |
        | Body               | Example Network              |
        | Agency represented | Example Youth Offending Team |
        | Last day           | in 1 day                     |
      When 1 day passes
      And the programme lead asks to "Confirm the core membership" for the programme "Example Network"
      Then it is done
      When 1 day passes
      Then the programme "Example Network" is in breach because "every core member has somebody on the programme board" since today

    Scenario: A member who goes leaves a breach until somebody follows
      Given the programme "Example Network" is at "Overseen by the Board"
      And the secretary has been able to "End the appointment" for the appointment "police member's post"
      Then the programme "Example Network" is in breach because "every core member has somebody on the programme board" since today
      When the secretary asks to "Appoint to an office"
        | Office             | Programme member |
        | Person             | Pat Example      |
        | Body               | Example Network  |
        | Agency represented | Example Police   |
      Then it is done
      And the programme "Example Network" is no longer in breach

    Scenario: Without public health advice it is not established
      Given the programme "Example Network" is ready for "Record public health advice"
      When the programme lead asks to "Confirm the core membership" for the programme "Example Network"
      Then it is refused only because "public health advice has been taken"

    Scenario: Advice is recorded once it has been given
      Given the programme "Example Network" is ready for "Record public health advice"
      When the programme lead asks to "Record public health advice" for the programme "Example Network"
        | Public health adviser | Example Public Health Body |
        | Advice taken on       | in 1 day |
        | Advice                | Begin with families        |
      Then it is refused only because "the advice has been given"

    Scenario: It must be known which behaviour of the Board it works on
      Given the programme "Example Network" is ready for "Agree its focus"
      And the programme lead has been able to "Agree its focus" for the programme "Example Network"
        | Focus | Youth violence |
      And the programme lead has been able to "Begin" for the programme "Example Network"
        | Begun on | today |
      And the programme lead has been able to "Record public health advice" for the programme "Example Network"
        | Public health adviser | Example Public Health Body |
        | Advice taken on       | today                      |
        | Advice                | Begin with families        |
      When the programme lead asks to "Confirm the core membership" for the programme "Example Network"
      Then it is refused only because "it is known which behaviour of the Board it works on"

  @X-49
  Rule: Somebody always leads it

    Scenario Outline: A programme without a lead is in breach when it is at '<stage>'
      Given the programme "Example Network" is at "<stage>"
      And the secretary has been able to "End the appointment" for the appointment "programme lead's post"
      Then the programme "Example Network" is in breach because "somebody leads the programme" since today

      Examples:
        | stage                                |
        | Begun, core membership not confirmed |
        | Beside the Board                     |
        | Overseen by the Board                |

    Scenario: It does not begin before somebody leads it
      Given the programme "Example Network" is ready for "Begin"
      And the secretary has been able to "End the appointment" for the appointment "programme lead's post"
      When the programme lead asks to "Begin" for the programme "Example Network"
        | Begun on | today |
      Then it is refused because
        | 'Begin' is for Programme lead of this programme |
        | somebody leads the programme                   |

  @X-13
  Rule: Its offices are held of a programme that has not ended

    Scenario: Nobody is appointed to a programme that has ended
      Given the programme "Example Network" is at "Ended"
      When the secretary asks to "Appoint to an office"
        | Office             | Programme member |
        | Person             | Kit Example      |
        | Body               | Example Network  |
        | Agency represented | Example Council  |
      Then it is refused because "this office is held of a programme that has not ended"
      And the appointment "police member's post" is in breach because "what the office is of still lasts" since today

    Scenario Outline: Somebody joins a programme at "<stage>"
      Given the programme "Example Network" is at "<stage>"
      When the secretary asks to "Appoint to an office"
        | Office             | Programme member |
        | Person             | Kit Example      |
        | Body               | Example Network  |
        | Agency represented | Example Council  |
      Then it is done

      Examples:
        | stage                                |
        | Begun, core membership not confirmed |
        | Beside the Board                     |
        | Overseen by the Board                |

    Scenario: A programme has no co-ordinator, and the Board no programme lead
      Given the programme "Example Network" is at "Beside the Board"
      When the secretary asks to "Appoint to an office"
        | Office | Programme lead           |
        | Person | Kit Example              |
        | Body   | Example Prevention Board |
      Then it is refused only because "this office is held of a programme that has not ended"
      When the secretary asks to "Appoint to an office"
        | Office | Co-ordinator    |
        | Person | Kit Example     |
        | Body   | Example Network |
        | Duties | Everything      |
      Then it is refused only because "roles in a zone are filled once it has the go-ahead, and while it lasts"

  @H-5.14 @R-2.7
  Rule: Programme and Board run side by side, with members in common

    Scenario: Who sits on both is counted
      Given the programme "Example Network" is at "Beside the Board"
      Then the programme "Example Network" shows
        | members of the programme board                 | 3 |
        | members who sit on the Prevention Board too    | 1 |
      When the secretary asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Pat Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is done
      And the programme "Example Network" shows
        | members of the programme board              | 3 |
        | members who sit on the Prevention Board too | 2 |
      When the secretary asks to "End the appointment" for the appointment "police member's post"
      Then it is done
      And the programme "Example Network" shows
        | members who sit on the Prevention Board too | 1 |

    Scenario: The Board decides to oversee a programme
      Given the programme "Example Network" is ready for "Put it under the Board"
      And the chair has been able to "Confirm the minutes" for the decision "decision to oversee"
      When the chair asks to "Put it under the Board" for the programme "Example Network"
        | Decision that the Board oversees it | decision to oversee |
      Then it is done
      And the programme "Example Network" is at "Overseen by the Board"

    Scenario Outline: <which> does not put a programme under the Board
      Given the programme "Example Network" is at "Beside the Board"
      And the secretary has been able to "Record a decision"
        | What was decided    | An example decision |
        | Body that decided   | <body>              |
        | Date of the meeting | today               |
        | Minute              | 2020/40             |
        | Kind of decision    | <matter>            |
        | What it is about    | <about>             |
      When the chair asks to "Put it under the Board" for the programme "Example Network"
        | Decision that the Board oversees it | An example decision |
      Then it is refused only because "the Prevention Board has decided to oversee this programme"

      Examples:
        | which                         | body                        | matter                              | about                    |
        | A decision of another board   | Strategic Partnership Board | Overseeing a programme              | Example Network          |
        | A decision on another matter  | Prevention Board            | Making a programme part of the Board | Example Network         |
        | A decision about another body | Prevention Board            | Overseeing a programme              | Threats on example buses |

    Scenario: A decision that was rescinded does not put it under the Board
      Given the programme "Example Network" is ready for "Put it under the Board"
      And the chair has been able to "Rescind the decision" for the decision "decision to oversee"
        | Why it was rescinded | It came too early |
      When the chair asks to "Put it under the Board" for the programme "Example Network"
        | Decision that the Board oversees it | decision to oversee |
      Then it is refused only because "the Prevention Board has decided to oversee this programme"

  @S-8.2
  Rule: In time it may become part of the Board

    Scenario: The Board takes it in, also without having overseen it
      Given the programme "Example Network" is at "Beside the Board"
      And the secretary has been able to "Record a decision"
        | What was decided    | Take it in                           |
        | Body that decided   | Prevention Board                     |
        | Date of the meeting | today                                |
        | Minute              | 2020/41                              |
        | Kind of decision    | Making a programme part of the Board |
        | What it is about    | Example Network                      |
      And the chair has been able to "Confirm the minutes" for the decision "Take it in"
      When the chair asks to "Make it part of the Board" for the programme "Example Network"
        | Decision that it becomes part of the Board | Take it in |
      Then it is done
      And the programme "Example Network" is at "Part of the Board"

    Scenario Outline: <which> does not make a programme part of the Board
      Given the programme "Example Network" is at "Beside the Board"
      And the secretary has been able to "Record a decision"
        | What was decided    | An example decision |
        | Body that decided   | <body>              |
        | Date of the meeting | today               |
        | Minute              | 2020/40             |
        | Kind of decision    | <matter>            |
        | What it is about    | <about>             |
      When the chair asks to "Make it part of the Board" for the programme "Example Network"
        | Decision that it becomes part of the Board | An example decision |
      Then it is refused only because "the Prevention Board has decided that this programme becomes part of it"

      Examples:
        | which                         | body                        | matter                               | about                    |
        | A decision of another board   | Strategic Partnership Board | Making a programme part of the Board | Example Network          |
        | A decision to oversee it      | Prevention Board            | Overseeing a programme               | Example Network          |
        | A decision about another body | Prevention Board            | Making a programme part of the Board | Threats on example buses |

    Scenario: A decision that was rescinded does not make it part of the Board
      Given the programme "Example Network" is ready for "Make it part of the Board"
      And the chair has been able to "Rescind the decision" for the decision "decision to merge"
        | Why it was rescinded | It came too early |
      When the chair asks to "Make it part of the Board" for the programme "Example Network"
        | Decision that it becomes part of the Board | decision to merge |
      Then it is refused only because "the Prevention Board has decided that this programme becomes part of it"

  @X-48
  Rule: Its grants are accounted for before it ends or becomes part of the Board

    Scenario: A programme with an open grant does not end
      Given the grant "Example grant for 2019/20" is at "Open"
      When the chair asks to "End" for the programme "Example Violence Reduction Network"
        | Why it ended | Nobody has time for it |
      Then it is refused only because "every grant has been closed or given up before it ends"

    Scenario: Nor does one to which money is allotted, until that has come to nothing
      Given the grant "Example grant for 2019/20" is at "Allotted"
      When the chair asks to "End" for the programme "Example Violence Reduction Network"
        | Why it ended | Nobody has time for it |
      Then it is refused only because "every grant has been closed or given up before it ends"
      When the programme lead asks to "Note that it came to nothing" for the grant "Example grant for 2019/20"
        | Why it came to nothing | The fund has been cut |
      And the chair asks to "End" for the programme "Example Violence Reduction Network"
        | Why it ended | Nobody pays for it |
      Then it is done

    Scenario: A programme with an open grant does not become part of the Board
      Given the grant "Example grant for 2019/20" is at "Open"
      And the secretary has been able to "Record a decision"
        | What was decided    | Take it in                           |
        | Body that decided   | Prevention Board                     |
        | Date of the meeting | today                                |
        | Minute              | 2020/41                              |
        | Kind of decision    | Making a programme part of the Board |
        | What it is about    | Example Violence Reduction Network   |
      When the chair asks to "Make it part of the Board" for the programme "Example Violence Reduction Network"
        | Decision that it becomes part of the Board | Take it in |
      Then it is refused only because "every grant has been closed or given up before it becomes part of the Board"

  @H-5.14
  Rule: What can be done with a programme at each stage, and by whom

    Scenario: How a programme comes about
      Then a programme is opened by these steps
        | Step               | Who                                      | Must be given                 | May be given                                  | Leads to     |
        | Set up a programme | the secretary, the chair, the vice-chair | Name, Prescribed core members | Behaviour of the Board that it works on, Note | Being set up |

    Scenario: What can be done with a programme that is at 'Being set up'
      Given the programme "Example Violence Reduction Network" is ready for "Begin"
      Then these steps are open to the programme "Example Violence Reduction Network"
        | Step                             | Who                               | Must be given                                  | May be given                            | Leads to                             |
        | Agree its aims                   | the programme lead                | Aims                                           |                                         | Being set up                         |
        | Agree its focus                  | the programme lead                | Focus                                          | Behaviour of the Board that it works on | Being set up                         |
        | Begin                            | the programme lead                | Begun on                                       |                                         | Begun, core membership not confirmed |
        | Record public health advice      | the programme lead                | Public health adviser, Advice taken on, Advice |                                         | Being set up                         |
        | End                              | the chair, the vice-chair         | Why it ended                                   |                                         | Ended                                |
        | Correct: Name, Note              | the secretary, the programme lead | Name                                           |                                         |                                      |
        | Correct: Prescribed core members | the secretary                     | Prescribed core members                        |                                         |                                      |
      And the programme "Example Violence Reduction Network" should move on by 6 March 2020, or the programme lead, the secretary are told

    Scenario: What can be done with a programme that is at 'Begun, core membership not confirmed'
      Given the programme "Example Violence Reduction Network" is at "Begun, core membership not confirmed"
      Then these steps are open to the programme "Example Violence Reduction Network"
        | Step                             | Who                               | Must be given                                  | May be given                            | Leads to                             |
        | Agree its aims                   | the programme lead                | Aims                                           |                                         | Begun, core membership not confirmed |
        | Agree its focus                  | the programme lead                | Focus                                          | Behaviour of the Board that it works on | Begun, core membership not confirmed |
        | Record public health advice      | the programme lead                | Public health adviser, Advice taken on, Advice |                                         | Begun, core membership not confirmed |
        | Confirm the core membership      | the secretary, the programme lead |                                                |                                         | Beside the Board                     |
        | Begin a reporting period         | the programme lead                | First day of the reporting period              |                                         | Begun, core membership not confirmed |
        | End                              | the chair, the vice-chair         | Why it ended                                   |                                         | Ended                                |
        | Correct: Name, Note              | the secretary, the programme lead | Name                                           |                                         |                                      |
        | Correct: Prescribed core members | the secretary                     | Prescribed core members                        |                                         |                                      |
        | Take back the last step          | the secretary                     |                                                |                                         | Being set up                         |
      And the programme "Example Violence Reduction Network" should move on by 5 April 2020, or the programme lead is told

    Scenario: What can be done with a programme that is at 'Beside the Board'
      Given the programme "Example Violence Reduction Network" is at "Beside the Board"
      Then these steps are open to the programme "Example Violence Reduction Network"
        | Step                             | Who                               | Must be given                                  | May be given                            | Leads to                             |
        | Agree its aims                   | the programme lead                | Aims                                           |                                         | Beside the Board                     |
        | Agree its focus                  | the programme lead                | Focus                                          | Behaviour of the Board that it works on | Beside the Board                     |
        | Record public health advice      | the programme lead                | Public health adviser, Advice taken on, Advice |                                         | Beside the Board                     |
        | Begin a reporting period         | the programme lead                | First day of the reporting period              |                                         | Beside the Board                     |
        | Put it under the Board           | the chair, the vice-chair         | Decision that the Board oversees it            |                                         | Overseen by the Board                |
        | Make it part of the Board        | the chair, the vice-chair         | Decision that it becomes part of the Board     |                                         | Part of the Board                    |
        | End                              | the chair, the vice-chair         | Why it ended                                   |                                         | Ended                                |
        | Correct: Name, Note              | the secretary, the programme lead | Name                                           |                                         |                                      |
        | Correct: Prescribed core members | the chair, the vice-chair         | Prescribed core members                        |                                         |                                      |
        | Take back the last step          | the secretary                     |                                                |                                         | Begun, core membership not confirmed |

    Scenario: What can be done with a programme that is at 'Overseen by the Board'
      Given the programme "Example Violence Reduction Network" is at "Overseen by the Board"
      Then these steps are open to the programme "Example Violence Reduction Network"
        | Step                             | Who                               | Must be given                                  | May be given                            | Leads to              |
        | Agree its aims                   | the programme lead                | Aims                                           |                                         | Overseen by the Board |
        | Agree its focus                  | the programme lead                | Focus                                          | Behaviour of the Board that it works on | Overseen by the Board |
        | Record public health advice      | the programme lead                | Public health adviser, Advice taken on, Advice |                                         | Overseen by the Board |
        | Begin a reporting period         | the programme lead                | First day of the reporting period              |                                         | Overseen by the Board |
        | Make it part of the Board        | the chair, the vice-chair         | Decision that it becomes part of the Board     |                                         | Part of the Board     |
        | End                              | the chair, the vice-chair         | Why it ended                                   |                                         | Ended                 |
        | Correct: Name, Note              | the secretary, the programme lead | Name                                           |                                         |                       |
        | Correct: Prescribed core members | the chair, the vice-chair         | Prescribed core members                        |                                         |                       |
        | Take back the last step          | the chair, the vice-chair         |                                                |                                         | Beside the Board      |

    Scenario: What can be done with a programme that is at 'Part of the Board'
      Given the programme "Example Violence Reduction Network" is at "Part of the Board"
      Then these steps are open to the programme "Example Violence Reduction Network"
        | Step                    | Who                               | Must be given | May be given | Leads to              |
        | Correct: Name, Note     | the secretary, the programme lead | Name          |              |                       |
        | Take back the last step | the chair, the vice-chair         |               |              | Overseen by the Board |

    Scenario: What can be done with a programme that is at 'Ended'
      Given the programme "Example Violence Reduction Network" is at "Ended"
      Then these steps are open to the programme "Example Violence Reduction Network"
        | Step                    | Who                               | Must be given | May be given | Leads to         |
        | Correct: Name, Note     | the secretary, the programme lead | Name          |              |                  |
        | Take back the last step | the chair, the vice-chair         |               |              | Beside the Board |
