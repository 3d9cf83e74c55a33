Feature: What agencies and community leaders commit to a zone
  A zone stands on what people promise to it: hours, money, a room, a change of policy. The
  book says who promised what, by whose authority and from when, and what became of it. Whoever
  hesitates is not passed over: a reservation is written down and the gap is shown.

  @B-3.3
  Rule: Commitment is sought at the outset, once the Board has commissioned the zone

    Scenario: Commissioning a zone asks every agency that is required
      Given the zone "Example Wharf" is at "Commissioned"
      Then there are 2 commitments at "Sought"
      And the zone "Example Wharf" shows
        | agencies required that have not answered yet | Example Police, Example Council |

    Scenario: A further agency is asked later
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Bus Company |
        | Type of organisation | Business            |
      When the chair asks to "Seek an agency's commitment"
        | Zone   | Example Wharf       |
        | Agency | Example Bus Company |
      Then it is done
      And there are 3 commitments at "Sought"

    Scenario: The letter that asks an agency is kept
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary asks to "Send the letter that asks for it" for the commitment "police pledge"
        | Letter that asks for it | What we ask of you |
      Then it is done
      And the commitment "police pledge" is at "Sought"

    Scenario: No letter is put on record without the letter itself
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary asks to "Send the letter that asks for it" for the commitment "police pledge"
      Then it is sent back because "must be given"

    Scenario: An agency sends no letter to itself
      Given the zone "Example Wharf" is at "Commissioned"
      When the police officer asks to "Send the letter that asks for it" for the commitment "police pledge"
        | Letter that asks for it | What we ask of you |
      Then it is refused only because "'Send the letter that asks for it' is for Secretariat, Chair, Vice-chair or Co-ordinator of the zone"

    Scenario: Whoever has pledged is asked no more
      Given the zone "Example Wharf" is at "Commitment secured"
      When the secretary asks to "Send the letter that asks for it" for the commitment "police pledge"
        | Letter that asks for it | What we ask of you |
      Then it is refused only because "'Send the letter that asks for it' is made at 'Sought'"

    Scenario: No agency is asked for a zone that the Board has not commissioned
      Given the zone "Example Wharf" is at "Community identified"
      When the secretary asks to "Seek an agency's commitment"
        | Zone   | Example Wharf  |
        | Agency | Example Police |
      Then it is refused only because "the zone has been commissioned"

    Scenario: An agency that is no longer a partner is not asked
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Bus Company |
        | Type of organisation | Business            |
      And the secretary has been able to "Note that it has left" for the agency "Example Bus Company"
      When the secretary asks to "Seek an agency's commitment"
        | Zone   | Example Wharf       |
        | Agency | Example Bus Company |
      Then it is refused only because "the agency is a partner"

    Scenario: A community leader is asked
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      Then it is done
      And there are 3 commitments at "Sought"

    Scenario: No community leader is asked for a zone that the Board has not commissioned
      Given the zone "Example Wharf" is at "Community identified"
      When the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      Then it is refused only because "the zone has been commissioned"

    Scenario: Somebody who has left is not asked
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Note that the person has left" for the person "Lee Example"
      When the secretary asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      Then it is refused only because "the community leader is on the register and has not left"

    Scenario Outline: More are asked for a zone that is at "<stage>"
      Given the zone "Example Wharf" is at "<stage>"
      When the chair asks to "Seek an agency's commitment"
        | Zone   | Example Wharf   |
        | Agency | Example Council |
      And the chair asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lou Example   |
      Then it is done
      And there are 2 commitments at "Sought"

      Examples:
        | stage              |
        | Commitment secured |
        | Going ahead        |
        | Roles assigned     |
        | Toolkit issued     |
        | Active             |
        | Suspended          |
        | Evaluated          |
        | Renewed            |

    Scenario: Whoever runs the zone and whoever leads its community ask for more
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Seek an agency's commitment"
        | Zone   | Example Wharf   |
        | Agency | Example Council |
      And the co-ordinator asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lou Example   |
      And the first leader asks to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Mel Example   |
      Then it is done
      And there are 3 commitments at "Sought"

  @X-16
  Rule: A pledge says what is promised, by whose authority and from when

    Scenario: An agency pledges people, hours, money, a room, data and a change of policy
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged         | A youth worker, a room and the figures |
        | By whose authority      | Cabinet of the council                 |
        | First day               | today                                  |
        | Last day                | in 730 days                            |
        | People pledged          | 1                                      |
        | Hours pledged           | 1500                                   |
        | Money pledged           | 12000                                  |
        | Premises pledged        | A room at the example library          |
        | Data pledged            | Figures of the youth service           |
        | Policy that will change | Youth work in the evening              |
      Then it is done
      And the commitment "council pledge" is at "Pledged"

    Scenario: The statement that was signed comes with the pledge
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker                                 |
        | By whose authority | Cabinet of the council                         |
        | First day          | today                                          |
        | Signed statement   | Made up: signed for the council by Kit Example |
      Then it is done
      And the commitment "council pledge" shows
        | Signed statement | Made up: signed for the council by Kit Example |
      And the log does not say "Kit Example"

    Scenario: A pledge on nobody's authority is not taken
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged | A youth worker |
        | First day       | today          |
      Then it is sent back because "must be given (By whose authority)"

    Scenario: An agency pledges by its own officer
      Given the zone "Example Wharf" is at "Commissioned"
      When the police officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker |
        | By whose authority | The council    |
        | First day          | today          |
      Then it is refused only because "'Pledge' is for Agency officer of the agency or the person named as community leader in the commitment"

    Scenario: A community leader pledges for nobody else
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lou Example   |
      And this is known as "Lou's pledge"
      When the first leader asks to "Pledge" for the commitment "Lou's pledge"
        | What is pledged    | Brings parents together |
        | By whose authority | Parents' group          |
        | First day          | today                   |
      Then it is refused only because "'Pledge' is for Agency officer of the agency or the person named as community leader in the commitment"
      When the second leader asks to "Pledge" for the commitment "Lou's pledge"
        | What is pledged    | Brings parents together |
        | By whose authority | Parents' group          |
        | First day          | today                   |
      Then it is done

    Scenario: The secretary enters a pledge from the agency's letter
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary enters from "letter of the police, 20 January" that the police officer asks to "Pledge" for the commitment "police pledge"
        | What is pledged    | A neighbourhood officer |
        | By whose authority | Chief constable         |
        | First day          | today                   |
      Then it is done
      And the commitment "police pledge" is at "Pledged"

    Scenario: The chair does not enter a pledge for an agency
      Given the zone "Example Wharf" is at "Commissioned"
      When the chair enters from "a talk in the corridor" that the police officer asks to "Pledge" for the commitment "police pledge"
        | What is pledged    | A neighbourhood officer |
        | By whose authority | Chief constable         |
        | First day          | today                   |
      Then it is refused only because "what somebody else decided is entered by Secretariat, naming the document it comes from"

    Scenario: A pledge may count for nothing in numbers, but not for less
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A change of policy |
        | By whose authority | The council        |
        | First day          | today              |
        | People pledged     | 0                  |
        | Hours pledged      | 0                  |
        | Money pledged      | 0                  |
      Then it is done
      And the commitment "council pledge" is at "Pledged"

      When the police officer asks to "Pledge" for the commitment "police pledge"
        | What is pledged    | An officer      |
        | By whose authority | Chief constable |
        | First day          | today           |
        | People pledged     | -1              |
        | Hours pledged      | -2              |
        | Money pledged      | -0.01           |
      Then it is sent back because "-1 given; it must be at least 0"
      And it is sent back because "-2 given; it must be at least 0"
      And it is sent back because "-£0.01 given; it must be at least £0.00"

  @B-2.10
  Rule: Reservations are written down and the gaps that they leave are shown

    Scenario: A pledge on conditions does not count until it is made without them
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | A neighbourhood officer |
        | By whose authority | Chief constable         |
        | First day          | today                   |
      When the council officer asks to "Pledge on conditions" for the commitment "council pledge"
        | What is pledged | A youth worker             |
        | Conditions      | The county pays half of it |
      Then it is done
      And the commitment "council pledge" is at "Pledged on conditions"
      And the zone "Example Wharf" shows
        | agencies neither pledged nor excused | Example Council |

      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is done
      And the zone "Example Wharf" shows
        | agencies neither pledged nor excused | none |

    Scenario: A reserved agency says why, and its gap is shown
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Note a reservation" for the commitment "council pledge"
        | Reasons given | The budget is not settled |
      Then it is done
      And the commitment "council pledge" is at "Reserved"
      And the zone "Example Wharf" shows
        | agencies required that are reserved, have declined or have withdrawn | Example Council |
        | agencies required that have not answered yet                         | Example Police  |
      And the agency "Example Council" shows
        | commitments on which it is reserved or has declined | 1 |

    Scenario: A reservation without a reason is not taken
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Note a reservation" for the commitment "council pledge"
      Then it is sent back because "must be given (Reasons given)"

    Scenario: An agency declines and thinks better of it
      Given the zone "Example Wharf" is at "Commissioned"
      When the council officer asks to "Decline" for the commitment "council pledge"
        | Reasons given | There is nobody to send |
      Then it is done
      And the commitment "council pledge" is at "Declined"
      When the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is done
      And the commitment "council pledge" is at "Pledged"

    Scenario: An agency that withdraws from a zone at work leaves a breach until it pledges again
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Withdraw the pledge" for the commitment "council pledge"
        | Reasons given | The service is being closed |
      Then it is done
      And the commitment "council pledge" is at "Withdrawn"
      And the zone "Example Wharf" is in breach because "every agency required still stands by its pledge or is excused by minute" since today

      When 10 days pass
      And the council officer asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker for half the week |
        | By whose authority | Head of communities              |
        | First day          | today                            |
      Then it is done
      And the zone "Example Wharf" is no longer in breach

    Scenario: A pledge that has run out is a gap too
      Given the zone "Example Wharf" is at "Commissioned"
      And the council officer has been able to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
        | Last day           | in 30 days          |
      When 31 days pass
      Then the zone "Example Wharf" shows
        | agencies neither pledged nor excused | Example Police, Example Council |

  @B-2.10 @X-5
  Rule: An agency is excused only by a minute of the Board about it

    Scenario: The Board does without an agency and minutes it
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Record a decision"
        | What was decided    | The council is excused |
        | Body that decided   | Prevention Board       |
        | Date of the meeting | today                  |
        | Minute              | 2020/3                 |
        | Kind of decision    | Excusing an agency     |
        | What it is about    | council pledge         |
      When the chair asks to "Excuse by minute" for the commitment "council pledge"
        | Decision that excuses it | The council is excused |
      Then it is done
      And the commitment "council pledge" is at "Excused by minute"
      And the zone "Example Wharf" shows
        | agencies neither pledged nor excused | Example Police |

    Scenario: A minute about one agency does not excuse another
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Record a decision"
        | What was decided    | The council is excused |
        | Body that decided   | Prevention Board       |
        | Date of the meeting | today                  |
        | Minute              | 2020/3                 |
        | Kind of decision    | Excusing an agency     |
        | What it is about    | council pledge         |
      When the chair asks to "Excuse by minute" for the commitment "police pledge"
        | Decision that excuses it | The council is excused |
      Then it is refused only because "the Prevention Board has decided to excuse this commitment"

    Scenario: No agency excuses itself
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Record a decision"
        | What was decided    | The council is excused |
        | Body that decided   | Prevention Board       |
        | Date of the meeting | today                  |
        | Minute              | 2020/3                 |
        | Kind of decision    | Excusing an agency     |
        | What it is about    | council pledge         |
      When the council officer asks to "Excuse by minute" for the commitment "council pledge"
        | Decision that excuses it | The council is excused |
      Then it is refused only because "'Excuse by minute' is for Chair or Vice-chair"

    Scenario Outline: <which> does not excuse an agency
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Record a decision"
        | What was decided    | An example decision |
        | Body that decided   | <body>              |
        | Date of the meeting | today               |
        | Minute              | 2020/60             |
        | Kind of decision    | <matter>            |
        | What it is about    | council pledge      |
      When the chair asks to "Excuse by minute" for the commitment "council pledge"
        | Decision that excuses it | An example decision |
      Then it is refused only because "the Prevention Board has decided to excuse this commitment"

      Examples:
        | which                        | body                        | matter             |
        | A decision of another board  | Strategic Partnership Board | Excusing an agency |
        | A decision on another matter | Prevention Board            | Something else     |

    Scenario: A minute that is confirmed excuses an agency, one that is rescinded does not
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Record a decision"
        | What was decided    | The council is excused |
        | Body that decided   | Prevention Board       |
        | Date of the meeting | today                  |
        | Minute              | 2020/3                 |
        | Kind of decision    | Excusing an agency     |
        | What it is about    | council pledge         |
      And the chair has been able to "Rescind the decision" for the decision "The council is excused"
        | Why it was rescinded | It came too early |
      When the chair asks to "Excuse by minute" for the commitment "council pledge"
        | Decision that excuses it | The council is excused |
      Then it is refused only because "the Prevention Board has decided to excuse this commitment"
      When the chair asks to take back the last step of the decision "The council is excused" because "it was time"
      And the chair asks to "Confirm the minutes" for the decision "The council is excused"
      And the chair asks to "Excuse by minute" for the commitment "council pledge"
        | Decision that excuses it | The council is excused |
      Then it is done

  @X-16
  Rule: Delivery is set against the promise

    Scenario: What has come is set against what was pledged
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | Two evenings a week since the start |
        | People so far           | 1                                   |
        | Hours so far            | 350                                 |
      Then it is done
      And the commitment "police pledge" shows
        | Hours pledged                                      | 700 |
        | Hours so far                                       | 350 |
        | share of the hours pledged that has been delivered | 50% |

    Scenario: A pledge is fulfilled when it is on record what was delivered
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | Two evenings a week for a year |
        | Hours so far            | 700                            |
      When the police officer asks to "Note that it has been fulfilled" for the commitment "police pledge"
      Then it is done
      And the commitment "police pledge" is at "Fulfilled"
      And the zone "Example Wharf" is not in breach

    Scenario: Nothing delivered is nothing fulfilled
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Note that it has been fulfilled" for the commitment "police pledge"
      Then it is refused only because "it is on record what has been delivered"

    Scenario: Whoever pledged does not certify the delivery
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Record what has been delivered" for the commitment "council pledge"
        | What has been delivered | More than enough |
      Then it is refused only because "'Record what has been delivered' is for Co-ordinator of the zone, Agency lead of the zone or Secretariat"

    Scenario: What has come may be nothing yet, but not less
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | Nobody has come yet |
        | People so far           | 0                   |
        | Hours so far            | 0                   |
        | Money so far            | 0                   |
      Then it is done
      And the commitment "police pledge" shows
        | share of the hours pledged that has been delivered | 0% |

      When the co-ordinator asks to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | Less than nobody |
        | People so far           | -1               |
        | Hours so far            | -2               |
        | Money so far            | -0.01            |
      Then it is sent back because "-1 given; it must be at least 0"
      And it is sent back because "-2 given; it must be at least 0"
      And it is sent back because "-£0.01 given; it must be at least £0.00"

  @X-16
  Rule: A mistake in a pledge is put right, and both stay on record

    Scenario: A pledge made by mistake is taken back
      Given the zone "Example Wharf" is at "Commissioned"
      And the council officer has been able to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      When the council officer asks to take back the last step of the commitment "council pledge" because "the cabinet has yet to agree"
      Then it is done
      And the commitment "council pledge" is at "Sought"
      And the commitment "council pledge" shows
        | What is pledged | nothing |

    Scenario: A community leader takes back what was said too soon
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And this is known as "Lee's pledge"
      And the first leader has been able to "Pledge on conditions" for the commitment "Lee's pledge"
        | What is pledged | Opens the club    |
        | Conditions      | Somebody else too |
      And the first leader has been able to "Note a reservation" for the commitment "Lee's pledge"
        | Reasons given | There is no key |
      And the first leader has been able to "Decline" for the commitment "Lee's pledge"
        | Reasons given | There is no room |
      When the first leader asks to take back the last step of the commitment "Lee's pledge" because "a room was found"
      Then it is done
      And the commitment "Lee's pledge" is at "Reserved"
      When the first leader asks to take back the last step of the commitment "Lee's pledge" because "the key was found"
      Then it is done
      And the commitment "Lee's pledge" is at "Pledged on conditions"
      When the first leader asks to "Withdraw the pledge" for the commitment "Lee's pledge"
        | Reasons given | Nobody else comes |
      And the first leader asks to take back the last step of the commitment "Lee's pledge" because "somebody does"
      Then it is done
      And the commitment "Lee's pledge" is at "Pledged on conditions"
      When the first leader asks to take back the last step of the commitment "Lee's pledge" because "it was meant for another club"
      Then it is done
      And the commitment "Lee's pledge" is at "Sought"

    Scenario: The wording of a pledge is corrected
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to correct the commitment "police pledge" because "the letter says three days"
        | What is pledged | A neighbourhood officer for three days a week |
      Then it is done
      And the commitment "police pledge" shows
        | What is pledged | A neighbourhood officer for three days a week |

    Scenario: One agency does not correct another's pledge
      Given the zone "Example Wharf" is at "Active"
      When the police officer asks to correct the commitment "council pledge" because "we heard otherwise"
        | What is pledged | Two youth workers |
      Then it is refused because "'What is pledged' can be amended by Agency officer of the agency, the person named as community leader in the commitment or Secretariat"

  @B-3.3
  Rule: What can be done with a commitment at each stage, and by whom

    Scenario: How a commitment is sought
      Then a commitment is opened by these steps
        | Step                                 | Who                                      | Must be given          | May be given | Leads to |
        | Seek an agency's commitment          | the secretary, the chair, the vice-chair | Zone, Agency           | Note         | Sought   |
        | Seek a community leader's commitment | the secretary, the chair, the vice-chair | Zone, Community leader | Note         | Sought   |

    Scenario: What can be done where an agency is asked
      Given the zone "Example Wharf" is at "Commissioned"
      Then these steps are open to the commitment "police pledge"
        | Step                             | Who                                      | Must be given                                  | May be given                                                                                                                            | Leads to              |
        | Pledge                           | the police officer                       | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged               |
        | Pledge on conditions             | the police officer                       | What is pledged, Conditions                    | Note                                                                                                                                    | Pledged on conditions |
        | Note a reservation               | the police officer                       | Reasons given                                  | Note                                                                                                                                    | Reserved              |
        | Decline                          | the police officer                       | Reasons given                                  | Note                                                                                                                                    | Declined              |
        | Excuse by minute                 | the chair, the vice-chair                | Decision that excuses it                       |                                                                                                                                         | Excused by minute     |
        | Send the letter that asks for it | the secretary, the chair, the vice-chair | Letter that asks for it                        |                                                                                                                                         | Sought                |
        | Correct: Note                    | the secretary, the police officer        |                                                |                                                                                                                                         |                       |
      And the commitment "police pledge" should move on in 28 days, or the secretary, the police officer are told

    Scenario: What can be done where a community leader is asked
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And this is known as "Lee's pledge"
      Then these steps are open to the commitment "Lee's pledge"
        | Step                             | Who                                      | Must be given                                  | May be given                                                                                                                            | Leads to              |
        | Pledge                           | the first leader                         | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged               |
        | Pledge on conditions             | the first leader                         | What is pledged, Conditions                    | Note                                                                                                                                    | Pledged on conditions |
        | Note a reservation               | the first leader                         | Reasons given                                  | Note                                                                                                                                    | Reserved              |
        | Decline                          | the first leader                         | Reasons given                                  | Note                                                                                                                                    | Declined              |
        | Excuse by minute                 | the chair, the vice-chair                | Decision that excuses it                       |                                                                                                                                         | Excused by minute     |
        | Send the letter that asks for it | the secretary, the chair, the vice-chair | Letter that asks for it                        |                                                                                                                                         | Sought                |
        | Correct: Note                    | the secretary, the first leader          |                                                |                                                                                                                                         |                       |
      And the commitment "Lee's pledge" should move on in 28 days, or the secretary, the first leader are told

    Scenario: What can be done with a pledge on conditions
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Pledge on conditions" for the commitment "police pledge"
        | What is pledged | An officer  |
        | Conditions      | Others join |
      Then these steps are open to the commitment "police pledge"
        | Step                                       | Who                               | Must be given                                  | May be given                                                                                                                            | Leads to          |
        | Pledge                                     | the police officer                | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged           |
        | Note a reservation                         | the police officer                | Reasons given                                  | Note                                                                                                                                    | Reserved          |
        | Decline                                    | the police officer                | Reasons given                                  | Note                                                                                                                                    | Declined          |
        | Excuse by minute                           | the chair, the vice-chair         | Decision that excuses it                       |                                                                                                                                         | Excused by minute |
        | Withdraw the pledge                        | the police officer                | Reasons given                                  | Note                                                                                                                                    | Withdrawn         |
        | Correct: Note, What is pledged, Conditions | the secretary, the police officer |                                                |                                                                                                                                         |                   |
        | Take back the last step                    | the secretary, the police officer |                                                |                                                                                                                                         | Sought            |
      And the commitment "police pledge" should move on in 28 days, or the secretary is told

    Scenario: What can be done where an agency is reserved
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Note a reservation" for the commitment "police pledge"
        | Reasons given | Too few officers |
      Then these steps are open to the commitment "police pledge"
        | Step                    | Who                               | Must be given                                  | May be given                                                                                                                            | Leads to              |
        | Pledge                  | the police officer                | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged               |
        | Pledge on conditions    | the police officer                | What is pledged, Conditions                    | Note                                                                                                                                    | Pledged on conditions |
        | Decline                 | the police officer                | Reasons given                                  | Note                                                                                                                                    | Declined              |
        | Excuse by minute        | the chair, the vice-chair         | Decision that excuses it                       |                                                                                                                                         | Excused by minute     |
        | Correct: Note           | the secretary, the police officer |                                                |                                                                                                                                         |                       |
        | Take back the last step | the secretary, the police officer |                                                |                                                                                                                                         | Sought                |
      And the commitment "police pledge" should move on in 28 days, or the secretary, the chair are told

    Scenario: What can be done where an agency has declined
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Decline" for the commitment "police pledge"
        | Reasons given | Too few officers |
      Then these steps are open to the commitment "police pledge"
        | Step                    | Who                               | Must be given                                  | May be given                                                                                                                            | Leads to              |
        | Pledge                  | the police officer                | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged               |
        | Pledge on conditions    | the police officer                | What is pledged, Conditions                    | Note                                                                                                                                    | Pledged on conditions |
        | Excuse by minute        | the chair, the vice-chair         | Decision that excuses it                       |                                                                                                                                         | Excused by minute     |
        | Correct: Note           | the secretary, the police officer |                                                |                                                                                                                                         |                       |
        | Take back the last step | the secretary, the police officer |                                                |                                                                                                                                         | Sought                |

    Scenario: What can be done with the pledge of an agency
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | An officer      |
        | By whose authority | Chief constable |
        | First day          | today           |
        | Last day           | in 200 days     |
      Then these steps are open to the commitment "police pledge"
        | Step                                                                                                                                                                  | Who                               | Must be given           | May be given                              | Leads to  |
        | Withdraw the pledge                                                                                                                                                   | the police officer                | Reasons given           | Note                                      | Withdrawn |
        | Record what has been delivered                                                                                                                                        | the secretary                     | What has been delivered | People so far, Hours so far, Money so far | Pledged   |
        | Note that it has been fulfilled                                                                                                                                       | the secretary                     |                         |                                           | Fulfilled |
        | Correct: Note, What is pledged, Conditions, By whose authority, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change | the secretary, the police officer |                         |                                           |           |
        | Take back the last step                                                                                                                                               | the secretary, the police officer |                         |                                           | Sought    |
      And the commitment "police pledge" should move on in 200 days, or the secretary is told

    Scenario: What can be done with the pledge of a community leader
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And this is known as "Lee's pledge"
      And the first leader has been able to "Pledge" for the commitment "Lee's pledge"
        | What is pledged    | Opens the club |
        | By whose authority | Residents      |
        | First day          | today          |
      Then these steps are open to the commitment "Lee's pledge"
        | Step                                                                                                                                                                  | Who                             | Must be given           | May be given                              | Leads to  |
        | Withdraw the pledge                                                                                                                                                   | the first leader                | Reasons given           | Note                                      | Withdrawn |
        | Record what has been delivered                                                                                                                                        | the secretary                   | What has been delivered | People so far, Hours so far, Money so far | Pledged   |
        | Note that it has been fulfilled                                                                                                                                       | the secretary                   |                         |                                           | Fulfilled |
        | Correct: Note, What is pledged, Conditions, By whose authority, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change | the secretary, the first leader |                         |                                           |           |
        | Take back the last step                                                                                                                                               | the secretary, the first leader |                         |                                           | Sought    |

    Scenario: What the people of a zone at work can do with a pledge
      Given the zone "Example Wharf" is at "Active"
      Then these steps are open to the commitment "police pledge"
        | Step                                                                                                                                                                  | Who                                                 | Must be given           | May be given                              | Leads to  |
        | Withdraw the pledge                                                                                                                                                   | the police officer                                  | Reasons given           | Note                                      | Withdrawn |
        | Record what has been delivered                                                                                                                                        | the secretary, the police officer, the co-ordinator | What has been delivered | People so far, Hours so far, Money so far | Pledged   |
        | Note that it has been fulfilled                                                                                                                                       | the secretary, the police officer, the co-ordinator |                         |                                           | Fulfilled |
        | Correct: Note, What is pledged, Conditions, By whose authority, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change | the secretary, the police officer                   |                         |                                           |           |
        | Take back the last step                                                                                                                                               | the secretary, the police officer                   |                         |                                           | Sought    |

    Scenario: What can be done where an agency is excused
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Record a decision"
        | What was decided    | Do without the police |
        | Body that decided   | Prevention Board      |
        | Date of the meeting | today                 |
        | Minute              | 2020/7                |
        | Kind of decision    | Excusing an agency    |
        | What it is about    | police pledge         |
      And the chair has been able to "Excuse by minute" for the commitment "police pledge"
        | Decision that excuses it | Do without the police |
      Then these steps are open to the commitment "police pledge"
        | Step                    | Who                               | Must be given | May be given | Leads to |
        | Correct: Note           | the secretary, the police officer |               |              |          |
        | Take back the last step | the chair, the vice-chair         |               |              | Sought   |

    Scenario: What can be done with a pledge that was withdrawn
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | An officer      |
        | By whose authority | Chief constable |
        | First day          | today           |
        | Last day           | in 200 days     |
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | The officer has left |
      Then these steps are open to the commitment "police pledge"
        | Step                    | Who                               | Must be given                                  | May be given                                                                                                                            | Leads to          |
        | Pledge                  | the police officer                | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged           |
        | Excuse by minute        | the chair, the vice-chair         | Decision that excuses it                       |                                                                                                                                         | Excused by minute |
        | Correct: Note           | the secretary, the police officer |                                                |                                                                                                                                         |                   |
        | Take back the last step | the secretary, the police officer |                                                |                                                                                                                                         | Pledged           |
      And the commitment "police pledge" should move on in 28 days, or the secretary is told

    Scenario: What can be done with a pledge that was withdrawn from a zone at work
      Given the zone "Example Wharf" is at "Active"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | The officer has left |
      Then these steps are open to the commitment "police pledge"
        | Step                    | Who                               | Must be given                                  | May be given                                                                                                                            | Leads to          |
        | Pledge                  | the police officer                | What is pledged, By whose authority, First day | Last day, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change, Signed statement, Note | Pledged           |
        | Excuse by minute        | the chair, the vice-chair         | Decision that excuses it                       |                                                                                                                                         | Excused by minute |
        | Correct: Note           | the secretary, the police officer |                                                |                                                                                                                                         |                   |
        | Take back the last step | the secretary, the police officer |                                                |                                                                                                                                         | Pledged           |
      And the commitment "police pledge" should move on in 28 days, or the secretary, the police officer are told

    Scenario: What can be done with a pledge that is fulfilled
      Given the zone "Example Wharf" is at "Commissioned"
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | An officer      |
        | By whose authority | Chief constable |
        | First day          | today           |
        | Last day           | in 200 days     |
      And the secretary has been able to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | All of it |
      And the secretary has been able to "Note that it has been fulfilled" for the commitment "police pledge"
      Then these steps are open to the commitment "police pledge"
        | Step                    | Who                               | Must be given | May be given | Leads to |
        | Correct: Note           | the secretary, the police officer |               |              |          |
        | Take back the last step | the secretary                     |               |              | Pledged  |

    Scenario: What can be done with a pledge of which something has come
      Given the zone "Example Wharf" is at "Active"
      And the police officer has been able to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | The officer has left |
      And the police officer has been able to "Pledge" for the commitment "police pledge"
        | What is pledged    | Another officer |
        | By whose authority | Chief constable |
        | First day          | today           |
        | Last day           | in 200 days     |
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | One evening |
      Then these steps are open to the commitment "police pledge"
        | Step                                                                                                                                                                  | Who                                                 | Must be given           | May be given                              | Leads to  |
        | Withdraw the pledge                                                                                                                                                   | the police officer                                  | Reasons given           | Note                                      | Withdrawn |
        | Record what has been delivered                                                                                                                                        | the secretary, the police officer, the co-ordinator | What has been delivered | People so far, Hours so far, Money so far | Pledged   |
        | Note that it has been fulfilled                                                                                                                                       | the secretary, the police officer, the co-ordinator |                         |                                           | Fulfilled |
        | Correct: Note, What is pledged, Conditions, By whose authority, People pledged, Hours pledged, Money pledged, Premises pledged, Data pledged, Policy that will change | the secretary, the police officer                   |                         |                                           |           |
        | Take back the last step                                                                                                                                               | the secretary                                       |                         |                                           | Pledged   |
      And the commitment "police pledge" should move on in 200 days, or the secretary, the co-ordinator are told
