Feature: Decisions of the Board and their minutes
  What the Board decides is minuted, and each decision says what it is about. Zones, strategies
  and exceptions rest on such decisions, so that anybody can look up who decided what and when.

  @X-5
  Rule: A decision of the Board is a minuted record that names what it decides

    Scenario: A decision is entered from the minutes and counts at once
      Given the zone "Example Wharf" is at "Community identified"
      When the secretary asks to "Record a decision"
        | What was decided    | Commission Example Wharf |
        | Body that decided   | Prevention Board         |
        | Date of the meeting | today                    |
        | Minute              | 2020/2                   |
        | Kind of decision    | Commissioning a zone     |
        | What it is about    | Example Wharf            |
      Then it is done
      And the decision "Commission Example Wharf" is at "Taken, minutes in draft"
      And the decision "Commission Example Wharf" shows
        | What it is about | Example Wharf |
        | Recorded by      | Sam Example   |

    Scenario: A decision about a zone must say which
      Given the zone "Example Wharf" is at "Community identified"
      When the secretary asks to "Record a decision"
        | What was decided    | Commission a zone    |
        | Body that decided   | Prevention Board     |
        | Date of the meeting | today                |
        | Minute              | 2020/2               |
        | Kind of decision    | Commissioning a zone |
      Then it is sent back because "must be given here (What it is about)"

    Scenario Outline: <Kind>: the decision says what it is about
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Record a decision"
        | What was decided    | An example       |
        | Body that decided   | Prevention Board |
        | Date of the meeting | today            |
        | Minute              | 2020/2           |
        | Kind of decision    | <Kind>           |
      Then it is sent back because "must be given here (What it is about)"

      Examples:
        | Kind                                 |
        | A strategy                           |
        | Go-ahead for a zone                  |
        | Another term for a zone              |
        | The end of a zone                    |
        | Excusing an agency                   |
        | An exception to a rule               |
        | Receiving an evaluation              |
        | Overseeing a programme               |
        | Making a programme part of the Board |
        | What is expected of an area          |
        | A toolkit for self-assessment        |
        | A step of the Board's own schedule   |

    Scenario: An exception says which rule it sets aside
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Record a decision"
        | What was decided    | An example             |
        | Body that decided   | Prevention Board       |
        | Date of the meeting | today                  |
        | Minute              | 2020/2                 |
        | Kind of decision    | An exception to a rule |
        | What it is about    | Example Council        |
        | Reason given        | There is no other way  |
      Then it is sent back because "must be given here (Rule that it sets aside)"

    Scenario: Others do not enter decisions
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Record a decision"
        | What was decided    | More tea         |
        | Body that decided   | Prevention Board |
        | Date of the meeting | today            |
        | Minute              | 2020/2           |
        | Kind of decision    | Something else   |
      Then it is refused only because "'Record a decision' is for Secretariat"

  @X-18
  Rule: What is recorded has already happened

    Scenario: The meeting of last week is entered today
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | 7 days ago            |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      Then it is done

    Scenario: Tomorrow's meeting has decided nothing yet
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | in 1 day              |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      Then it is refused only because "the meeting has taken place"

  @X-6
  Rule: A rule may be set aside only by a minuted exception of the Board

    Scenario: The Prevention Board makes an exception to its own rule and says why
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Record a decision"
        | What was decided        | Example Wharf starts without a co-ordinator |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/4                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Example Wharf                               |
        | Rule that it sets aside | A zone has a co-ordinator                   |
        | Reason given            | The post is advertised                      |
      Then it is done

    Scenario: Another body makes no exception to the Board's rules
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Record a decision"
        | What was decided        | Example Wharf starts without a co-ordinator |
        | Body that decided       | Strategic Partnership Board                 |
        | Date of the meeting     | today                                       |
        | Minute                  | SPB 2020/4                                  |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Example Wharf                               |
        | Rule that it sets aside | A zone has a co-ordinator                   |
        | Reason given            | The post is advertised                      |
      Then it is refused only because "only the Prevention Board makes an exception to its own rules"

    Scenario: An exception without a reason is no exception
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Record a decision"
        | What was decided        | Example Wharf starts without a co-ordinator |
        | Body that decided       | Prevention Board                            |
        | Date of the meeting     | today                                       |
        | Minute                  | 2020/4                                      |
        | Kind of decision        | An exception to a rule                      |
        | What it is about        | Example Wharf                               |
        | Rule that it sets aside | A zone has a co-ordinator                   |
      Then it is sent back because "must be given here (Reason given)"

    Scenario: No rule is set aside in passing by a decision on another matter
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Record a decision"
        | What was decided        | The next meeting is in Example Wharf |
        | Body that decided       | Prevention Board                     |
        | Date of the meeting     | today                                |
        | Minute                  | 2020/4                               |
        | Kind of decision        | Something else                       |
        | What it is about        | Example Wharf                        |
        | Rule that it sets aside | A zone has a co-ordinator            |
      Then it is refused only because "a rule is set aside only by a decision that is recorded as an exception, with its reason"

    Scenario: There is no exception to commitment before the go-ahead
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary asks to "Record a decision"
        | What was decided        | Example Wharf goes ahead without the council |
        | Body that decided       | Prevention Board                             |
        | Date of the meeting     | today                                        |
        | Minute                  | 2020/4                                       |
        | Kind of decision        | An exception to a rule                       |
        | What it is about        | Example Wharf                                |
        | Rule that it sets aside | Both sides have committed                    |
        | Reason given            | There is no time                             |
      Then it is sent back because "Both sides have committed"

  @X-17
  Rule: Who writes the minutes does not confirm them

    Scenario: The chair confirms what the secretary wrote
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      When the chair asks to "Confirm the minutes" for the decision "Meet in the afternoon"
      Then it is done
      And the decision "Meet in the afternoon" is at "Minutes confirmed"
      And the decision "Meet in the afternoon" shows
        | Minutes confirmed on | today |

    Scenario: A vice-chair who also keeps the minutes does not confirm their own
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Vic Example              |
        | Body   | Example Prevention Board |
      And the vice-chair has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      When the vice-chair asks to "Confirm the minutes" for the decision "Meet in the afternoon"
      Then it is refused only because "'Confirm the minutes' is not for whoever made 'Record a decision'"

  @X-5
  Rule: A decision can be put right, and it can be rescinded

    Scenario: The number of the minute is corrected
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      When the secretary asks to correct the decision "Meet in the afternoon" because "the minutes were numbered anew"
        | Minute | 2020/3 |
      Then it is done
      And the decision "Meet in the afternoon" shows
        | Minute | 2020/3 |

    Scenario: Once the minutes are confirmed only the chair or vice-chair corrects them
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      And the chair has been able to "Confirm the minutes" for the decision "Meet in the afternoon"
      When the secretary asks to correct the decision "Meet in the afternoon" because "the minutes were numbered anew"
        | Minute | 2020/3 |
      Then it is refused only because "'Minute' can be amended by Chair or Vice-chair"
      When the chair asks to correct the decision "Meet in the afternoon" because "the minutes were numbered anew"
        | Minute | 2020/3 |
      Then it is done

    Scenario: When an exception is rescinded, what rested on it shows as a breach
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Record a decision"
        | What was decided        | Example Wharf goes on without a co-ordinator |
        | Body that decided       | Prevention Board                             |
        | Date of the meeting     | today                                        |
        | Minute                  | 2020/4                                       |
        | Kind of decision        | An exception to a rule                       |
        | What it is about        | Example Wharf                                |
        | Rule that it sets aside | A zone has a co-ordinator                    |
        | Reason given            | The post is advertised                       |
      And the secretary has been able to "End the appointment" for the appointment "co-ordinator's post"
      When the vice-chair asks to "Rescind the decision" for the decision "Example Wharf goes on without a co-ordinator"
        | Why it was rescinded | The post is filled next week |
      Then it is done
      And the zone "Example Wharf" is in breach because "a co-ordinator is in post, or an exception is minuted" since today

      When the chair asks to take back the last step of the decision "Example Wharf goes on without a co-ordinator" because "the candidate has withdrawn"
      Then it is done
      And the zone "Example Wharf" is no longer in breach

    Scenario: The secretary rescinds nothing
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      When the secretary asks to "Rescind the decision" for the decision "Meet in the afternoon"
        | Why it was rescinded | Mornings are better |
      Then it is refused only because "'Rescind the decision' is for Chair or Vice-chair"

  @X-26 @X-23
  Rule: A decision that names its meeting was taken there, on that day and with a quorum

    Scenario Outline: A decision of a meeting <how far> is entered
      Given the meeting "Spring meeting" is at "<Stage>"
      When the secretary asks to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | 3 February 2020       |
        | Meeting             | Spring meeting        |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      Then it is done
      And the meeting "Spring meeting" shows
        | decisions taken at it | 1 |
      When the chair asks to "Confirm the minutes" for the decision "Meet in the afternoon"
      Then the meeting "Spring meeting" shows
        | decisions taken at it | 1 |
      When the chair asks to "Rescind the decision" for the decision "Meet in the afternoon"
        | Why it was rescinded | Mornings are better |
      Then the meeting "Spring meeting" shows
        | decisions taken at it | 0 |

      Examples:
        | how far                    | Stage                       |
        | that is held               | Held, minutes to be written |
        | that is minuted            | Minutes in draft            |
        | that has confirmed minutes | Minutes confirmed           |

    Scenario: A meeting without a quorum, or not yet held, has decided nothing
      Given the meeting "Spring meeting" is ready for "Note that it is held with a quorum"
      When the secretary asks to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | 3 February 2020       |
        | Meeting             | Spring meeting        |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      Then it is refused only because "the meeting was held with a quorum"

    Scenario: The decision bears the date of its meeting
      Given the meeting "Spring meeting" is at "Held, minutes to be written"
      When the secretary asks to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | 2 February 2020       |
        | Meeting             | Spring meeting        |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      Then it is refused only because "the decision bears the date of its meeting"

  @X-17
  Rule: Who puts a matter to the vote does not confirm the minutes of it

    Scenario: A vice-chair who also keeps the minutes does not confirm a vote of their own minutes
      Given the vote "vote" is at "Cast"
      And the chair has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Vic Example              |
        | Body   | Example Prevention Board |
      And the vice-chair has been able to "Put a matter to the vote"
        | What was decided | Meet in the evening |
        | Meeting          | Spring meeting      |
        | Minute           | 2020/3              |
        | Kind of decision | Something else      |
      When the board member asks to "Vote"
        | Matter that is put to the vote | Meet in the evening |
        | Member's appointment           | board member's post |
        | Vote                           | In favour           |
      And the police member asks to "Vote"
        | Matter that is put to the vote | Meet in the evening  |
        | Member's appointment           | police member's post |
        | Vote                           | In favour            |
      And the voluntary member asks to "Vote"
        | Matter that is put to the vote | Meet in the evening     |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      And the vice-chair asks to "Declare it carried" for the decision "Meet in the evening"
      And the vice-chair asks to "Confirm the minutes" for the decision "Meet in the evening"
      Then it is refused only because "'Confirm the minutes' is not for whoever made 'Put a matter to the vote'"
      When the chair asks to "Confirm the minutes" for the decision "Meet in the evening"
      Then it is done

  @A-3.2
  Rule: What can be done with a decision at each stage, and by whom

    Scenario: How a decision is entered
      Then a decision is opened by these steps
        | Step                     | Who           | Must be given                                                                      | May be given                                                                                      | Leads to                |
        | Record a decision        | the secretary | What was decided, Body that decided, Date of the meeting, Minute, Kind of decision | Meeting, What it is about, Rule that it sets aside, Last day of the exception, Reason given, Note | Taken, minutes in draft |
        | Put a matter to the vote | the secretary | What was decided, Meeting, Minute, Kind of decision                                | What it is about, Rule that it sets aside, Last day of the exception, Reason given, Note          | Put to the vote         |

    Scenario: What can be done with a matter that is put to the vote
      Given the vote "vote" is at "Cast"
      Then these steps are open to the decision "matter"
        | Step                            | Who                       | Must be given        | May be given | Leads to                |
        | Declare it carried              | the chair, the vice-chair |                      |              | Taken, minutes in draft |
        | Declare it lost                 | the chair, the vice-chair |                      |              | Not carried             |
        | Rescind the decision            | the chair, the vice-chair | Why it was rescinded |              | Rescinded               |
        | Correct: What was decided, Note | the secretary             | What was decided     |              |                         |
      And the decision "matter" should move on by no day, or the secretary, the chair are told

    Scenario: What can be done with a decision with minutes in draft
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      Then these steps are open to the decision "Meet in the afternoon"
        | Step                            | Who                                      | Must be given        | May be given | Leads to          |
        | Confirm the minutes             | the chair, the vice-chair                |                      |              | Minutes confirmed |
        | Rescind the decision            | the chair, the vice-chair                | Why it was rescinded |              | Rescinded         |
        | Correct: What was decided, Note | the secretary                            | What was decided     |              |                   |
        | Correct: Minute, Reason given   | the secretary, the chair, the vice-chair | Minute               |              |                   |
      And the decision "Meet in the afternoon" should move on by no day, or the secretary, the chair are told

    Scenario: What can be done with a decision with confirmed minutes
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      And the chair has been able to "Confirm the minutes" for the decision "Meet in the afternoon"
      Then these steps are open to the decision "Meet in the afternoon"
        | Step                            | Who                       | Must be given        | May be given | Leads to                |
        | Rescind the decision            | the chair, the vice-chair | Why it was rescinded |              | Rescinded               |
        | Correct: What was decided, Note | the secretary             | What was decided     |              |                         |
        | Correct: Minute, Reason given   | the chair, the vice-chair | Minute               |              |                         |
        | Take back the last step         | the chair, the vice-chair |                      |              | Taken, minutes in draft |

    Scenario: What can be done with a decision that was rescinded
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Record a decision"
        | What was decided    | Meet in the afternoon |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/2                |
        | Kind of decision    | Something else        |
      And the chair has been able to "Rescind the decision" for the decision "Meet in the afternoon"
        | Why it was rescinded | Mornings are better |
      Then these steps are open to the decision "Meet in the afternoon"
        | Step                            | Who                       | Must be given    | May be given | Leads to                |
        | Correct: What was decided, Note | the secretary             | What was decided |              |                         |
        | Take back the last step         | the chair, the vice-chair |                  |              | Taken, minutes in draft |

    Scenario: What can be done with a matter that was not carried
      Given the vote "vote" is at "Cast"
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | Against                 |
      And the chair asks to "Declare it lost" for the decision "matter"
      Then these steps are open to the decision "matter"
        | Step                            | Who                       | Must be given    | May be given | Leads to        |
        | Correct: What was decided, Note | the secretary             | What was decided |              |                 |
        | Take back the last step         | the chair, the vice-chair |                  |              | Put to the vote |

    Scenario: What can be done with a matter that was just carried
      Given the vote "vote" is at "Cast"
      When the voluntary member asks to "Vote"
        | Matter that is put to the vote | matter                  |
        | Member's appointment           | voluntary member's post |
        | Vote                           | In favour               |
      And the board member asks to "Vote"
        | Matter that is put to the vote | matter              |
        | Member's appointment           | board member's post |
        | Vote                           | In favour           |
      And the chair asks to "Declare it carried" for the decision "matter"
      Then these steps are open to the decision "matter"
        | Step                            | Who                                      | Must be given        | May be given | Leads to          |
        | Confirm the minutes             | the chair, the vice-chair                |                      |              | Minutes confirmed |
        | Rescind the decision            | the chair, the vice-chair                | Why it was rescinded |              | Rescinded         |
        | Correct: What was decided, Note | the secretary                            | What was decided     |              |                   |
        | Correct: Minute, Reason given   | the secretary, the chair, the vice-chair | Minute               |              |                   |
        | Take back the last step         | the chair, the vice-chair                |                      |              | Put to the vote   |
      And the decision "matter" should move on by no day, or the secretary, the chair are told
