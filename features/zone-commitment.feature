Feature: Commitment of both sides before a zone goes ahead
  Agencies and community agree at the outset. Until both have committed, nothing goes ahead;
  there is no exception to this. A community that finds it hard to commit is helped.

  @B-3.3 @C-2
  Rule: Commitment is secured only when every agency that is required and the community have committed

    Scenario: A zone that nobody has answered yet is told everything that is missing
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused because
        | every agency required has pledged or is excused by minute      |
        | at least 2 community leaders have pledged                      |
        | it is on record how and when the community agreed              |

    Scenario: Both sides have committed
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Commitment secured"

    Scenario: An agency takes its pledge back and pledges again
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | The officer is needed elsewhere |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "every agency required has pledged or is excused by minute"
      When the police officer asks to "Pledge" for the commitment "police pledge"
        | What is pledged    | Another neighbourhood officer |
        | By whose authority | Chief constable               |
        | First day          | today                         |
      And the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is done

    @X-4
    Scenario: Only one community leader stands behind the zone
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the second leader has been able to "Withdraw the pledge" for the commitment "second leader's pledge"
        | Reasons given | Has moved away |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "at least 2 community leaders have pledged"

    Scenario: One leader who pledges twice is still one leader
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the second leader has been able to "Withdraw the pledge" for the commitment "second leader's pledge"
        | Reasons given | Has moved away |
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And this is known as "another pledge of the first leader"
      And the first leader has been able to "Pledge" for the commitment "another pledge of the first leader"
        | What is pledged    | Runs the club on Saturdays too |
        | By whose authority | Residents' association         |
        | First day          | today                          |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "at least 2 community leaders have pledged"

    Scenario: It is not on record how the community agreed
      Given the zone "Example Wharf" is ready for "Record how the community agreed"
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "it is on record how and when the community agreed"

    Scenario: The community is to agree at a meeting that has yet to be held
      Given the zone "Example Wharf" is ready for "Record how the community agreed"
      And the secretary has been able to "Record how the community agreed" for the zone "Example Wharf"
        | How the community agreed          | At a public meeting |
        | Day on which the community agreed | in 5 days           |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "it is on record how and when the community agreed"
      When 5 days pass
      And the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is done

    Scenario: It can be seen which side each commitment is of
      Given the zone "Example Wharf" is at "Commitment secured"
      Then the commitment "police pledge" shows
        | Side             | Agency side    |
        | Agency           | Example Police |
        | Community leader | nothing        |
      And the commitment "first leader's pledge" shows
        | Side             | Community side |
        | Agency           | nothing        |
        | Community leader | Lee Example    |

  @B-2.10
  Rule: The gap that a reserved agency leaves is seen, and only the Board excuses it

    Scenario: A reservation is shown as a gap and does not count as a pledge
      Given the zone "Example Wharf" is at "Commissioned"
      When the police officer asks to "Note a reservation" for the commitment "police pledge"
        | Reasons given | There is no officer to spare |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that are reserved, have declined or have withdrawn | Example Police                  |
        | Agencies neither pledged nor excused                                 | Example Police, Example Council |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused because "every agency required has pledged or is excused by minute"

    Scenario: The Board does without an agency and says so by minute
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | There is no officer to spare |
      And the secretary has been able to "Record a decision"
        | What was decided    | Do without Example Police |
        | Body that decided   | Prevention Board          |
        | Date of the meeting | today                     |
        | Minute              | 2020/7                    |
        | Kind of decision    | Excusing an agency        |
        | What it is about    | police pledge             |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "every agency required has pledged or is excused by minute"
      When the chair asks to "Excuse by minute" for the commitment "police pledge"
        | Decision that excuses it | Do without Example Police |
      And the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is done

    Scenario: What an agency has pledged to another zone does not count here
      Given the zone "Example Mill" is at "Commitment secured"
      And the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | There is no officer to spare for a second zone |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "every agency required has pledged or is excused by minute"
      And the zone "Example Mill" is at "Commitment secured"

    Scenario: A pledge that runs out before the go-ahead no longer counts
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | It can only be for a short time |
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | A neighbourhood officer for a month |
        | By whose authority | Chief constable                     |
        | First day          | today                               |
        | Last day           | in 30 days                          |
      When 31 days pass
      And the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused only because "every agency required has pledged or is excused by minute"

    Scenario: A zone whose agencies turn away goes back to seeking commitment
      Given the zone "Example Wharf" is at "Commitment secured"
      When the chair asks to "Go back to seeking commitment" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Commissioned"

    Scenario: Every answer shows in the figures of the zone, and only of that zone
      Given the zone "Example Mill" is at "Commitment secured"
      And the zone "Example Wharf" is at "Commissioned"
      Then the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Police, Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | none                            |
      When the police officer asks to "Pledge on conditions" for the commitment "police pledge"
        | What is pledged | A neighbourhood officer        |
        | Conditions      | If the council pledges as well |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | none            |
      When the police officer asks to "Note a reservation" for the commitment "police pledge"
        | Reasons given | There is no officer to spare |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | Example Police  |
      When the police officer asks to "Decline" for the commitment "police pledge"
        | Reasons given | There is no officer to spare |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | Example Police  |
      When the police officer asks to "Pledge" for the commitment "police pledge"
        | What is pledged    | A neighbourhood officer |
        | By whose authority | Chief constable         |
        | First day          | today                   |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | none            |
      When the police officer asks to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | There is no officer to spare |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | Example Police  |
      When the secretary asks to "Record a decision"
        | What was decided    | Do without Example Police |
        | Body that decided   | Prevention Board          |
        | Date of the meeting | today                     |
        | Minute              | 2020/7                    |
        | Kind of decision    | Excusing an agency        |
        | What it is about    | police pledge             |
      And the chair asks to "Excuse by minute" for the commitment "police pledge"
        | Decision that excuses it | Do without Example Police |
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | Example Council |
        | Agencies required that are reserved, have declined or have withdrawn | none            |
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is done
      When the secretary asks to "Record what has been delivered" for the commitment "council pledge"
        | What has been delivered | All that was pledged |
      And the secretary asks to "Note that it has been fulfilled" for the commitment "council pledge"
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies required that have not answered yet                         | none |
        | Agencies required that are reserved, have declined or have withdrawn | none |

    Scenario: Each agency that stands by the zone is counted once
      Given the zone "Example Wharf" is at "Commitment secured"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Trust |
        | Type of organisation | Other         |
      And the secretary has been able to "Seek an agency's commitment"
        | Zone   | Example Wharf |
        | Agency | Example Trust |
      And the secretary has been able to "Seek an agency's commitment"
        | Zone   | Example Wharf  |
        | Agency | Example Police |
      And this is known as "second police pledge"
      And the police officer has been able to "Pledge" for the commitment "second police pledge"
        | What is pledged    | A car           |
        | By whose authority | Chief constable |
        | First day          | today           |
      And the secretary has been able to "Record what has been delivered" for the commitment "council pledge"
        | What has been delivered | All that was pledged |
      When the secretary asks to "Note that it has been fulfilled" for the commitment "council pledge"
      Then it is done
      And the zone "Example Wharf" shows
        | Agencies pledged | 2 |

  @B-2.11 @B-2.2
  Rule: A weak community is helped into commitment and not locked out

    Scenario: Outreach finds leaders for a community that had hardly any
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | A neighbourhood officer |
        | By whose authority | Chief constable         |
        | First day          | today                   |
      And the council officer has been able to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      And the secretary has been able to "Assess its leadership" for the community "Example Quay"
        | Community leadership | Very limited |
      When the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is refused because
        | at least 2 community leaders have pledged         |
        | it is on record how and when the community agreed |

      When the secretary asks to "Arrange outreach"
        | Title     | Outreach at Example Quay |
        | Zone      | Example Wharf            |
        | Community | Example Quay             |
      And the secretary asks to "Begin with an interim officer" for the outreach "Outreach at Example Quay"
        | Interim officer | Kit Example |
        | Last day        | in 90 days  |
      And the co-ordinator asks to "Give out the introductory pack" for the outreach "Outreach at Example Quay"
        | Introductory pack | First edition, at the library |
      And 60 days pass
      And the co-ordinator asks to "Complete" for the outreach "Outreach at Example Quay"
        | Possible leaders found | 2                                |
        | Outcome                | Two residents are ready to lead. |
      And the secretary asks to "Assess its leadership" for the community "Example Quay"
        | Community leadership | Developing |
      And the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And this is known as "pledge of Lee"
      And the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lou Example   |
      And this is known as "pledge of Lou"
      And the first leader asks to "Pledge" for the commitment "pledge of Lee"
        | What is pledged    | Opens the youth club   |
        | By whose authority | Residents' association |
        | First day          | today                  |
      And the second leader asks to "Pledge" for the commitment "pledge of Lou"
        | What is pledged    | Brings parents together |
        | By whose authority | Parents' group          |
        | First day          | today                   |
      And the secretary asks to "Record how the community agreed" for the zone "Example Wharf"
        | How the community agreed          | By a statement of its leaders |
        | Day on which the community agreed | today                         |
      And the secretary asks to "Confirm that commitment is secured" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" shows
        | Outreach arranged or done | 1 |

  @B-3.3 @X-5
  Rule: The go-ahead is a decision of the Board, given by its chair or vice-chair

    Scenario Outline: The <office> gives the go-ahead
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      When the <office> asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is done
      And the zone "Example Wharf" is at "Going ahead"

      Examples:
        | office     |
        | chair      |
        | vice-chair |

    Scenario: The secretary enters the go-ahead from the minutes
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      When the secretary enters from "minute 2020/3" that the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is done

    Scenario: The secretary does not give the go-ahead
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      When the secretary asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is refused only because "'Give the go-ahead' is for Chair or Vice-chair"

    Scenario: The Board's decision must stand
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      And the chair has been able to "Rescind the decision" for the decision "decision to go ahead"
        | Why it was rescinded | The Board wants to look again |
      When the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is refused only because "the Prevention Board has decided to give this zone the go-ahead"

    Scenario: The decision to commission the zone is not yet the go-ahead
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      When the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to commission |
      Then it is refused only because "the Prevention Board has decided to give this zone the go-ahead"

    Scenario Outline: A decision <of another sort> does not give the go-ahead
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      And the zone "Example Mill" is at "Proposed"
      And the secretary has been able to "Record a decision"
        | What was decided    | Something else |
        | Body that decided   | <body>         |
        | Date of the meeting | today          |
        | Minute              | 2020/7         |
        | Kind of decision    | <matter>       |
        | What it is about    | <zone>         |
      When the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | Something else |
      Then it is refused only because "the Prevention Board has decided to give this zone the go-ahead"

      Examples:
        | of another sort    | body             | matter              | zone          |
        | of another body    | Another body     | Go-ahead for a zone | Example Wharf |
        | on another matter  | Prevention Board | Something else      | Example Wharf |
        | about another zone | Prevention Board | Go-ahead for a zone | Example Mill  |

    Scenario: The minutes may be confirmed before the go-ahead is given
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      And the chair has been able to "Confirm the minutes" for the decision "decision to go ahead"
      When the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is done

    Scenario: A go-ahead that was given by mistake is taken back
      Given the zone "Example Wharf" is at "Going ahead"
      When the chair asks to take back the last step of the zone "Example Wharf" because "the meeting was not quorate"
      Then it is done
      And the zone "Example Wharf" is at "Commitment secured"

  @X-3
  Rule: Whoever proposes a zone does not give it the go-ahead

    Scenario: The proposer has become vice-chair
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      And the secretary has been able to "Appoint to an office"
        | Office | Vice-chair               |
        | Person | Mel Example              |
        | Body   | Example Prevention Board |
      When the board member asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is refused only because "'Give the go-ahead' is not for whoever made 'Propose a zone'"

  @B-2.10 @B-2.11 @C-2
  Rule: Whoever turns away after commitment was secured holds up the go-ahead, and no exception helps

    Scenario: An agency withdraws before the go-ahead
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      And the council officer has been able to "Withdraw the pledge" for the commitment "council pledge"
        | Reasons given | The budget was cut |
      When the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is refused only because "every agency required still stands by its pledge or is excused by minute"

    Scenario: A community leader withdraws before the go-ahead
      Given the zone "Example Wharf" is ready for "Give the go-ahead"
      And the second leader has been able to "Withdraw the pledge" for the commitment "second leader's pledge"
        | Reasons given | Has moved away |
      When the chair asks to "Give the go-ahead" for the zone "Example Wharf"
        | Decision to go ahead | decision to go ahead |
      Then it is refused only because "at least 2 community leaders still stand by their pledge"
