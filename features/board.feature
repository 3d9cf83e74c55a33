Feature: The Board and its secretariat
  The Prevention Board keeps one book about its work. Somebody must always be there to keep
  it: the secretariat. So the secretariat cannot be left empty by mistake, and where it
  falls empty all the same there is a plain way back.

  @X-1
  Rule: A Board begins with a name and a first person in its secretariat

    Scenario: The first secretary is in post from the first day
      Given the board "Example Prevention Board" is at "Established"
      Then the secretary holds the office "Secretariat"
      And the board "Example Prevention Board" shows
        | Name of the Board         | Example Prevention Board |
        | people in the secretariat | 1                        |

    Scenario: A Board is founded once
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Found the Board"
        | Name of the Board | Another Example Board |
      Then it is refused only because "there is no Board here yet"

  @S-1.1 @S-10.1
  Rule: The Prevention Board says which board it replaces and which it reports to

    Scenario: The Board takes the place of an earlier one
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Say what it replaces and reports to" for the board "Example Prevention Board"
        | Board that it replaces   | Example People and Place Board      |
        | Board that it reports to | Example Strategic Partnership Board |
      Then it is done
      And the board "Example Prevention Board" shows
        | Board that it replaces   | Example People and Place Board      |
        | Board that it reports to | Example Strategic Partnership Board |

    Scenario: A slip in the name is corrected and the reason is kept
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to correct the board "Example Prevention Board" because "the name was given too short"
        | Name of the Board | Example Prevention Board for the County |
      Then it is done
      And the board "PB-1" shows
        | Name of the Board | Example Prevention Board for the County |

  @S-10.1
  Rule: The Strategic Partnership Board has agreed that the Board takes its predecessor's place

    Scenario: Its decision is put on record
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | The Prevention Board takes over |
        | Body that decided   | Strategic Partnership Board     |
        | Date of the meeting | today                           |
        | Minute              | SPB 2019/10                     |
        | Kind of decision    | Something else                  |
      When the secretary asks to "Record the decision that set it up" for the board "Example Prevention Board"
        | Decision that set it up | The Prevention Board takes over |
      Then it is done
      And the board "Example Prevention Board" shows
        | Decision that set it up | The Prevention Board takes over |

    Scenario: So is one whose minutes are confirmed, but not one that was rescinded
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | The Prevention Board takes over |
        | Body that decided   | Strategic Partnership Board     |
        | Date of the meeting | today                           |
        | Minute              | SPB 2019/10                     |
        | Kind of decision    | Something else                  |
      And the chair has been able to "Confirm the minutes" for the decision "The Prevention Board takes over"
      When the chair asks to "Record the decision that set it up" for the board "Example Prevention Board"
        | Decision that set it up | The Prevention Board takes over |
      Then it is done
      When the chair asks to "Rescind the decision" for the decision "The Prevention Board takes over"
        | Why it was rescinded | To be talked over again |
      And the secretary asks to "Record the decision that set it up" for the board "Example Prevention Board"
        | Decision that set it up | The Prevention Board takes over |
      Then it is refused only because "the decision still counts"

    Scenario: The Board does not set itself up
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | We take over     |
        | Body that decided   | Prevention Board |
        | Date of the meeting | today            |
        | Minute              | 2020/1           |
        | Kind of decision    | Something else   |
      When the secretary asks to "Record the decision that set it up" for the board "Example Prevention Board"
        | Decision that set it up | We take over |
      Then it is refused only because "the Strategic Partnership Board took the decision"

  @A-3.2
  Rule: The Board settles when it meets

    Scenario: The next meeting is set
      Given the board "Example Prevention Board" is at "Established"
      When the vice-chair asks to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 30 days |
      Then it is done
      And the board "Example Prevention Board" shows
        | Next meeting | in 30 days |

    Scenario: The next meeting is called and its day set in one step
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Call the next meeting" for the board "Example Prevention Board"
        | Next meeting         | in 30 days     |
        | Title of the meeting | Summer meeting |
      Then it is done
      And the meeting "Summer meeting" is at "Called"
      And the meeting "Summer meeting" shows
        | Day of the meeting | in 30 days |
      And the board "Example Prevention Board" shows
        | Next meeting | in 30 days |

    Scenario: The Board meets today
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | today |
      Then it is done

    Scenario: The next meeting cannot lie in the past
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | 1 day ago |
      Then it is refused only because "the next meeting lies ahead"

    Scenario: A member of the Board does not set its meetings alone
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 30 days |
      Then it is refused only because "'Set the next meeting' is for Secretariat, Chair or Vice-chair"

    Scenario: A wrong date is taken back
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 30 days |
      And the secretary has been able to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 300 days |
      When the secretary asks to take back the last step of the board "Example Prevention Board" because "there is a nought too many"
      Then it is done
      And the board "Example Prevention Board" shows
        | Next meeting | in 30 days |

  @X-2
  Rule: Somebody always holds the secretariat, and if nobody does a document brings it back

    Scenario: While there is a secretary nobody brings in another this way
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Bring the secretariat back" for the board "Example Prevention Board"
        | New secretary                                 | Mel Example   |
        | Minute or letter that names the new secretary | minute 2020/4 |
      Then it is refused only because "nobody holds the secretariat any more"

    Scenario: The secretariat is lost when a term runs out, and a minute brings it back
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office   | Secretariat              |
        | Person   | Con Example              |
        | Body     | Example Prevention Board |
        | Last day | in 30 days               |
      And the secretary has been able to "End the appointment" for the appointment "post"
      Then the board "Example Prevention Board" is not in breach
      When 31 days pass
      Then the secretary does not hold the office "Secretariat"
      And the council officer does not hold the office "Secretariat"
      And the board "Example Prevention Board" is in breach because "somebody holds the secretariat" since today

      When the council officer asks to "Register a person"
        | Name | Kim Example |
      Then it is refused only because "'Register a person' is for Secretariat, Chair or Vice-chair"

      When the chair asks to "Bring the secretariat back" for the board "Example Prevention Board"
        | New secretary                                 | Mel Example   |
        | Minute or letter that names the new secretary | minute 2020/4 |
      Then it is done
      And the board member holds the office "Secretariat"
      And the board "Example Prevention Board" is not in breach
      And the board "Example Prevention Board" shows
        | Minute or letter that names the new secretary | minute 2020/4 |

      When the board member asks to "Register a person"
        | Name | Kim Example |
      Then it is done

    Scenario: Nobody brings the secretariat back for themselves
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office   | Secretariat              |
        | Person   | Con Example              |
        | Body     | Example Prevention Board |
        | Last day | in 30 days               |
      And the secretary has been able to "End the appointment" for the appointment "post"
      When 31 days pass
      And the council officer asks to "Bring the secretariat back" for the board "Example Prevention Board"
        | New secretary                                 | Con Example   |
        | Minute or letter that names the new secretary | minute 2020/4 |
      Then it is refused only because "'Bring the secretariat back' is not for the person named as new secretary in the board"

  @X-9
  Rule: A Board can hand over to another

    Scenario: The Board is wound up, and with it its offices show that they have lost their body
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Wind up the Board" for the board "Example Prevention Board"
        | What takes its place | Example Violence Reduction Board |
      Then it is done
      And the board "Example Prevention Board" is at "Wound up"
      And the appointment "vice-chair's post" is in breach because "what the office is of still lasts" since today

    Scenario: Winding up by mistake is taken back
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Wind up the Board" for the board "Example Prevention Board"
        | What takes its place | Example Violence Reduction Board |
      When the chair asks to take back the last step of the board "Example Prevention Board" because "the merger was put off"
      Then it is done
      And the board "Example Prevention Board" is at "Established"
      And the appointment "vice-chair's post" is no longer in breach

  @A-1.1
  Rule: What can be done with the Board's own record at each stage, and by whom

    Scenario: How a Board is founded
      Then a board is opened by these steps
        | Step            | Who           | Must be given     | May be given | Leads to    |
        | Found the Board | the secretary | Name of the Board |              | Established |

    Scenario: What can be done with a Board that is established
      Given the board "Example Prevention Board" is at "Established"
      Then these steps are open to the board "Example Prevention Board"
        | Step                                                                               | Who                                      | Must be given                                                | May be given | Leads to    |
        | Say what it replaces and reports to                                                | the secretary, the chair                 | Board that it replaces, Board that it reports to             |              | Established |
        | Record the decision that set it up                                                 | the secretary, the chair                 | Decision that set it up                                      |              | Established |
        | Call the next meeting                                                              | the secretary, the chair, the vice-chair | Next meeting, Title of the meeting                           |              | Established |
        | Set the next meeting                                                               | the secretary, the chair, the vice-chair | Next meeting                                                 |              | Established |
        | Bring the secretariat back                                                         | anyone                                   | New secretary, Minute or letter that names the new secretary |              | Established |
        | Wind up the Board                                                                  | the chair                                | What takes its place                                         |              | Wound up    |
        | Correct: Name of the Board, Board that it replaces, Board that it reports to, Note | the secretary, the chair                 | Name of the Board                                            |              |             |

    Scenario: What can be done with a Board whose next meeting was just set
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | in 30 days |
      Then these steps are open to the board "Example Prevention Board"
        | Step                                                                               | Who                                      | Must be given                                                | May be given | Leads to    |
        | Say what it replaces and reports to                                                | the secretary, the chair                 | Board that it replaces, Board that it reports to             |              | Established |
        | Record the decision that set it up                                                 | the secretary, the chair                 | Decision that set it up                                      |              | Established |
        | Call the next meeting                                                              | the secretary, the chair, the vice-chair | Next meeting, Title of the meeting                           |              | Established |
        | Set the next meeting                                                               | the secretary, the chair, the vice-chair | Next meeting                                                 |              | Established |
        | Bring the secretariat back                                                         | anyone                                   | New secretary, Minute or letter that names the new secretary |              | Established |
        | Wind up the Board                                                                  | the chair                                | What takes its place                                         |              | Wound up    |
        | Correct: Name of the Board, Board that it replaces, Board that it reports to, Note | the secretary, the chair                 | Name of the Board                                            |              |             |
        | Take back the last step                                                            | the secretary, the chair                 |                                                              |              | Established |

    Scenario: What can be done with a Board whose mandate was just recorded
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | The Prevention Board takes over |
        | Body that decided   | Strategic Partnership Board     |
        | Date of the meeting | today                           |
        | Minute              | SPB 2019/10                     |
        | Kind of decision    | Something else                  |
      And the secretary has been able to "Record the decision that set it up" for the board "Example Prevention Board"
        | Decision that set it up | The Prevention Board takes over |
      Then these steps are open to the board "Example Prevention Board"
        | Step                                                                               | Who                                      | Must be given                                                | May be given | Leads to    |
        | Say what it replaces and reports to                                                | the secretary, the chair                 | Board that it replaces, Board that it reports to             |              | Established |
        | Record the decision that set it up                                                 | the secretary, the chair                 | Decision that set it up                                      |              | Established |
        | Call the next meeting                                                              | the secretary, the chair, the vice-chair | Next meeting, Title of the meeting                           |              | Established |
        | Set the next meeting                                                               | the secretary, the chair, the vice-chair | Next meeting                                                 |              | Established |
        | Bring the secretariat back                                                         | anyone                                   | New secretary, Minute or letter that names the new secretary |              | Established |
        | Wind up the Board                                                                  | the chair                                | What takes its place                                         |              | Wound up    |
        | Correct: Name of the Board, Board that it replaces, Board that it reports to, Note | the secretary, the chair                 | Name of the Board                                            |              |             |
        | Take back the last step                                                            | the secretary, the chair                 |                                                              |              | Established |

    Scenario: What can be done with a Board that is wound up
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Wind up the Board" for the board "Example Prevention Board"
        | What takes its place | Example Violence Reduction Board |
      Then these steps are open to the board "Example Prevention Board"
        | Step                                                                               | Who                      | Must be given     | May be given | Leads to    |
        | Correct: Name of the Board, Board that it replaces, Board that it reports to, Note | the secretary, the chair | Name of the Board |              |             |
        | Take back the last step                                                            | the chair                |                   |              | Established |
