Feature: The people named in the Board's work
  The Board's book names people only where it must: those who decide, lead, speak for somebody
  or ask for something. What is personal is kept apart from the log, so that it can be erased.

  @X-10
  Rule: The secretariat keeps the register of people

    Scenario: A person is registered with as little as is needed
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Register a person"
        | Name         | Kim Example     |
        | Organisation | Example Council |
        | Post         | Youth worker    |
      Then it is done
      And the person "Kim Example" shows
        | Name         | Kim Example     |
        | Organisation | Example Council |
        | Post         | Youth worker    |
        | Contact      | nothing         |

    Scenario: Others do not put people on the register
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Register a person"
        | Name | Kim Example |
      Then it is refused only because "'Register a person' is for Secretariat, Chair or Vice-chair"

    Scenario: Names, contacts and notes are not written into the log
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Register a person"
        | Name    | Kim Example                   |
        | Contact | kim@youth.example             |
        | Note    | Prefers to be rung after four |
      Then it is done
      And the log does not say "Kim Example"
      And the log does not say "kim@youth.example"
      And the log does not say "after four"
      And the person "Kim Example" shows
        | Contact | kim@youth.example             |
        | Note    | Prefers to be rung after four |

    Scenario: A name that was misspelt is corrected
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to correct the person "Mel Example" because "a slip of the pen"
        | Name | Mell Example |
      Then it is done
      And the person "Mell Example" is at "On the register"

  @X-10
  Rule: Somebody leaves only when others have taken over what they held

    Scenario: Somebody who still holds an office cannot leave
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Note that the person has left" for the person "Mel Example"
      Then it is refused only because "every office that the person held has been ended"

    Scenario: Somebody who still stands in as a deputy cannot leave
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Name a deputy" for the appointment "board member's post"
        | Deputy | Kit Example |
      When the co-ordinator asks to "Note that the person has left" for the person "Kit Example"
      Then it is refused only because "nobody relies on the person as a deputy any more"

    Scenario: Somebody leaves and comes back
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "End the appointment" for the appointment "board member's post"
      When the board member asks to "Note that the person has left" for the person "Mel Example"
      Then it is done
      And the person "Mel Example" is at "Left"
      When the secretary asks to "Note that the person is back" for the person "Mel Example"
      Then it is done
      And the person "Mel Example" is at "On the register"

    Scenario: One person does not strike another off
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Note that the person has left" for the person "Lee Example"
      Then it is refused only because "'Note that the person has left' is for Secretariat or the person concerned"

  @B-2.8 @X-8
  Rule: The load that one person carries is shown, and a warning is given before it becomes too much

    Scenario: The offices of one person are counted
      Given the zone "Example Wharf" is at "Active"
      Then the person "Pat Example" shows
        | offices held | 2 |

    Scenario: A fourth office is a breach until the Board has minuted it
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Kit Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer  |
        | Person | Kit Example     |
        | Body   | Example Council |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer |
        | Person | Kit Example    |
        | Body   | Example Police |
      Then the person "Kit Example" is not in breach
      When the chair asks to "Appoint to an office"
        | Office                       | Auditor                  |
        | Person                       | Kit Example              |
        | Body                         | Example Prevention Board |
        | Has agreed to carry the load | yes                      |
      Then the person "Kit Example" is in breach because "the person holds at most 3 offices, or an exception is minuted" since today
      And the person "Kit Example" shows
        | offices held | 4 |

      When the secretary asks to "Record a decision"
        | What was decided          | Four offices for a time              |
        | Body that decided         | Prevention Board                     |
        | Date of the meeting       | today                                |
        | Minute                    | 2020/5                               |
        | Kind of decision          | An exception to a rule               |
        | What it is about          | Kit Example                          |
        | Rule that it sets aside   | Nobody holds more than three offices |
        | Last day of the exception | in 90 days                           |
        | Reason given              | A colleague is on leave              |
      Then it is done
      And the person "Kit Example" is no longer in breach

      When 91 days pass
      Then the person "Kit Example" is in breach because "the person holds at most 3 offices, or an exception is minuted" since today

    Scenario: Nobody comes back to more offices than they may hold
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Kit Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      And this is known as "first post"
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer  |
        | Person | Kit Example     |
        | Body   | Example Council |
      And this is known as "second post"
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer |
        | Person | Kit Example    |
        | Body   | Example Police |
      And this is known as "third post"
      And the chair has been able to "Appoint to an office"
        | Office                       | Auditor                  |
        | Person                       | Kit Example              |
        | Body                         | Example Prevention Board |
        | Has agreed to carry the load | yes                      |
      And this is known as "fourth post"
      And the chair has been able to "End the appointment" for the appointment "first post"
      And the chair has been able to "End the appointment" for the appointment "second post"
      And the chair has been able to "End the appointment" for the appointment "third post"
      And the chair has been able to "End the appointment" for the appointment "fourth post"
      And the secretary has been able to "Note that the person has left" for the person "Kit Example"
      When the chair asks to take back the last step of the appointment "first post" because "it was the wrong person"
      And the chair asks to take back the last step of the appointment "second post" because "it was the wrong person"
      And the chair asks to take back the last step of the appointment "third post" because "it was the wrong person"
      And the chair asks to take back the last step of the appointment "fourth post" because "it was the wrong person"
      And the secretary asks to "Note that the person is back" for the person "Kit Example"
      Then it is refused only because "the person holds at most 3 offices, or an exception is minuted"

    Scenario Outline: A fourth office and a minute <what>
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Kit Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer  |
        | Person | Kit Example     |
        | Body   | Example Council |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer |
        | Person | Kit Example    |
        | Body   | Example Police |
      And the chair has been able to "Appoint to an office"
        | Office                       | Auditor                  |
        | Person                       | Kit Example              |
        | Body                         | Example Prevention Board |
        | Has agreed to carry the load | yes                      |
      And the secretary has been able to "Record a decision"
        | What was decided          | A minute                |
        | Body that decided         | Prevention Board        |
        | Date of the meeting       | today                   |
        | Minute                    | 2020/5                  |
        | Kind of decision          | <kind>                  |
        | What it is about          | <about>                 |
        | Rule that it sets aside   | <rule>                  |
        | Last day of the exception | <until>                 |
        | Reason given              | A colleague is on leave |
      Then the person "Kit Example" is <how>

      Examples:
        | what                         | about       | kind                   | rule                                 | until    | how                                                                                             |
        | without a last day           | Kit Example | An exception to a rule | Nobody holds more than three offices |          | no longer in breach                                                                             |
        | that lasts until today       | Kit Example | An exception to a rule | Nobody holds more than three offices | today    | no longer in breach                                                                             |
        | that sets another rule aside | Kit Example | An exception to a rule | A zone has a co-ordinator            |          | in breach because "the person holds at most 3 offices, or an exception is minuted" since today  |
        | that sets no rule aside      | Kit Example | Something else         |                                      |          | in breach because "the person holds at most 3 offices, or an exception is minuted" since today  |
        | about somebody else          | Mel Example | An exception to a rule | Nobody holds more than three offices |          | in breach because "the person holds at most 3 offices, or an exception is minuted" since today  |

    Scenario: An exception stands when its minutes are confirmed, and falls when it is rescinded
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Kit Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer  |
        | Person | Kit Example     |
        | Body   | Example Council |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer |
        | Person | Kit Example    |
        | Body   | Example Police |
      And the chair has been able to "Appoint to an office"
        | Office                       | Auditor                  |
        | Person                       | Kit Example              |
        | Body                         | Example Prevention Board |
        | Has agreed to carry the load | yes                      |
      And the secretary has been able to "Record a decision"
        | What was decided        | Four offices for a time              |
        | Body that decided       | Prevention Board                     |
        | Date of the meeting     | today                                |
        | Minute                  | 2020/5                               |
        | Kind of decision        | An exception to a rule               |
        | What it is about        | Kit Example                          |
        | Rule that it sets aside | Nobody holds more than three offices |
        | Reason given            | A colleague is on leave              |
      When the chair asks to "Confirm the minutes" for the decision "Four offices for a time"
      Then the person "Kit Example" is no longer in breach
      When the chair asks to "Rescind the decision" for the decision "Four offices for a time"
        | Why it was rescinded | The colleague is back |
      Then the person "Kit Example" is in breach because "the person holds at most 3 offices, or an exception is minuted" since today

    Scenario: Whoever has an office for a term carries it until its last day, and so does the deputy
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office   | Auditor                  |
        | Person   | Lee Example              |
        | Deputy   | Lou Example              |
        | Body     | Example Prevention Board |
        | Last day | in 10 days               |
      And the chair has been able to "Appoint to an office"
        | Office | Agency officer  |
        | Person | Lee Example     |
        | Deputy | Lou Example     |
        | Body   | Example Council |
      And this is known as "second post"
      When 10 days pass
      Then the person "Lee Example" shows
        | offices held                          | 2 |
        | offices in which the person deputises | 0 |
      And the person "Lou Example" shows
        | offices held                          | 0 |
        | offices in which the person deputises | 2 |
      When 1 day passes
      Then the person "Lee Example" shows
        | offices held | 1 |
      And the person "Lou Example" shows
        | offices in which the person deputises | 1 |
      When the chair asks to "End the appointment" for the appointment "second post"
      Then the person "Lee Example" shows
        | offices held | 0 |
      And the person "Lou Example" shows
        | offices in which the person deputises | 0 |

  @X-16
  Rule: It is seen what somebody has pledged as a community leader

    Scenario: A pledge counts while it stands, and once it is fulfilled
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      Then the person "Lee Example" shows
        | pledges made as a community leader | 1 |
      When the co-ordinator asks to "Record what has been delivered" for the commitment "first leader's pledge"
        | What has been delivered | The youth club is open |
      And the co-ordinator asks to "Note that it has been fulfilled" for the commitment "first leader's pledge"
      Then it is done
      And the person "Lee Example" shows
        | pledges made as a community leader | 1 |
      When the second leader asks to "Withdraw the pledge" for the commitment "second leader's pledge"
        | Reasons given | No time any more |
      Then it is done
      And the person "Lou Example" shows
        | pledges made as a community leader | 0 |

  @X-10
  Rule: What can be done with a person's record at each stage, and by whom

    Scenario: How a person is registered
      Given the board "Example Prevention Board" is at "Established"
      Then a person is opened by these steps
        | Step              | Who                                      | Must be given | May be given                                                     | Leads to        |
        | Register a person | the secretary, the chair, the vice-chair | Name          | Organisation, Post, Contact, May be named in public papers, Note | On the register |

    Scenario: What can be done with a person on the register
      Given the board "Example Prevention Board" is at "Established"
      Then these steps are open to the person "Mel Example"
        | Step                                                                            | Who                             | Must be given | May be given | Leads to |
        | Note that the person has left                                                   | the secretary, the board member |               |              | Left     |
        | Correct: Name, Organisation, Post, Contact, May be named in public papers, Note | the secretary                   | Name          |              |          |

    Scenario: What can be done with a person who has left
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that the person has left" for the person "Lee Example"
      Then these steps are open to the person "Lee Example"
        | Step                                                                            | Who           | Must be given | May be given | Leads to        |
        | Note that the person is back                                                    | the secretary |               |              | On the register |
        | Correct: Name, Organisation, Post, Contact, May be named in public papers, Note | the secretary | Name          |              |                 |
        | Take back the last step                                                         | the secretary |               |              | On the register |

    Scenario: What can be done with a person who is back
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that the person has left" for the person "Lee Example"
      And the secretary has been able to "Note that the person is back" for the person "Lee Example"
      Then these steps are open to the person "Lee Example"
        | Step                                                                            | Who                             | Must be given | May be given | Leads to |
        | Note that the person has left                                                   | the secretary, the first leader |               |              | Left     |
        | Correct: Name, Organisation, Post, Contact, May be named in public papers, Note | the secretary                   | Name          |              |          |
