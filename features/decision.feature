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
