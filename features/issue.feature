Feature: The issues log
  Everybody who has to do with the Board writes what they see into one log, and communities reach it on paper
  too. The Board looks through it and chooses the behaviours that it takes on.

  @A-2.4
  Rule: Every member writes to the log

    Scenario Outline: <who> reports an issue
      Given the board "Example Prevention Board" is at "Established"
      When <who> asks to "Report an issue"
        | Title       | Scooters on example pavements |
        | How it came | From a member of the Board    |
      Then it is done
      And the issue "Scooters on example pavements" is at "Reported"

      Examples:
        | who              |
        | the board member |
        | the chair        |
        | the vice-chair   |

    Scenario: An officer of an agency reports for the agency
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to "Report an issue"
        | Title                  | Scooters on example pavements |
        | How it came            | From an agency                |
        | Agency that reports it | Example Police                |
      Then it is done

    Scenario: An officer does not report for another agency
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to "Report an issue"
        | Title                  | Scooters on example pavements |
        | How it came            | From an agency                |
        | Agency that reports it | Example Council               |
      Then it is refused because "'Report an issue' is for Board member, Chair, Vice-chair, Agency officer of the agency that reports it, Community leader of the communities where it is or Secretariat"

    Scenario: A community leader reports what happens at home
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      When the first leader asks to "Report an issue"
        | Title                   | Scooters on example pavements |
        | How it came             | From a community leader       |
        | Communities where it is | Example Quay                  |
      Then it is done

  @A-3.4
  Rule: What communities report on paper or by mail is entered with its source

    Scenario Outline: The secretary enters what came <how>
      Given the community "Example Quay" is at "On the register"
      When the secretary asks to "Report an issue"
        | Title                   | Scooters on example pavements |
        | How it came             | <how>                         |
        | Communities where it is | Example Quay                  |
      Then it is sent back because "must be given here (Source)"
      When the secretary asks to "Report an issue"
        | Title                   | Scooters on example pavements       |
        | How it came             | <how>                               |
        | Communities where it is | Example Quay                        |
        | Source                  | Meeting at the hall, 3 January 2020 |
      Then it is done
      And the community "Example Quay" shows
        | issues reported there | 1 |

      Examples:
        | how                      |
        | From a community meeting |
        | By letter or on paper    |
        | By mail                  |
        | From a survey            |

    Scenario: What is reported elsewhere is not counted for a community
      Given the community "Example Quay" is at "On the register"
      And the board member has been able to "Report an issue"
        | Title       | Scooters on example pavements |
        | How it came | From a member of the Board    |
      Then the community "Example Quay" shows
        | issues reported there | 0 |

    Scenario: Who is named in the description is not in the log
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Report an issue"
        | Title       | Scooters on example pavements |
        | How it came | From a member of the Board    |
        | Description | Joe Example was hit by one    |
      Then it is done
      And the log does not say "Joe Example"

  @A-2.4
  Rule: An issue is reviewed and taken up in a behaviour that the Board deals with

    Scenario: Several issues lie behind one behaviour
      Given the issue "Pupils afraid of the example bus" is at "Taken up in a behaviour"
      And the board member has been able to "Report an issue"
        | Title       | Drivers shouted at         |
        | How it came | From a member of the Board |
      And the secretary has been able to "Review it" for the issue "Drivers shouted at"
        | What the review found | It is the same two routes |
      Then the behaviour "Threats on example buses" shows
        | issues taken up in it | 1 |
      When the chair asks to "Take it up in a behaviour" for the issue "Drivers shouted at"
        | Behaviour in which it is taken up | Threats on example buses |
      Then it is done
      And the behaviour "Threats on example buses" shows
        | issues taken up in it | 2 |
      When the secretary asks to take back the last step of the issue "Drivers shouted at" because "it was another bus company"
      Then it is done
      And the behaviour "Threats on example buses" shows
        | issues taken up in it | 1 |

    Scenario: An issue that is in another behaviour is not counted
      Given the issue "Pupils afraid of the example bus" is at "Taken up in a behaviour"
      And the behaviour "Loud example parties" is at "Proposed"
      Then the behaviour "Loud example parties" shows
        | issues taken up in it | 0 |

    Scenario: An issue is not taken up before it has been reviewed
      Given the issue "Pupils afraid of the example bus" is at "Reported"
      When the secretary asks to "Take it up in a behaviour" for the issue "Pupils afraid of the example bus"
        | Behaviour in which it is taken up | Threats on example buses |
      Then it is refused only because "'Take it up in a behaviour' is made at 'Reviewed' or 'Noted'"

    Scenario Outline: A behaviour that is <stage> takes issues up
      Given the behaviour "Loud example parties" is at "<stage>"
      And the issue "Pupils afraid of the example bus" is at "Reviewed"
      When the vice-chair asks to "Take it up in a behaviour" for the issue "Pupils afraid of the example bus"
        | Behaviour in which it is taken up | Loud example parties |
      Then it is done

      Examples:
        | stage       |
        | Proposed    |
        | Prioritised |
        | Analysed    |

    Scenario: A behaviour that has been put aside takes up no issue
      Given the issue "Pupils afraid of the example bus" is at "Reviewed"
      And the chair has been able to "Put it aside" for the behaviour "Threats on example buses"
        | Why it was put aside | It has all but stopped |
      When the secretary asks to "Take it up in a behaviour" for the issue "Pupils afraid of the example bus"
        | Behaviour in which it is taken up | Threats on example buses |
      Then it is refused only because "the behaviour has not been put aside"

  @A-1.3
  Rule: What one agency can deal with alone is passed to it

    Scenario: Only the council is concerned
      Given the issue "Pupils afraid of the example bus" is at "Reported"
      And the secretary has been able to "Review it" for the issue "Pupils afraid of the example bus"
        | What the review found     | The stop is badly lit |
        | Agencies that it concerns | Example Council       |
      When the secretary asks to "Pass it to one agency" for the issue "Pupils afraid of the example bus"
        | Agency to which it is passed | Example Council |
      Then it is done
      And the issue "Pupils afraid of the example bus" is at "Passed to one agency"
      When the secretary asks to take back the last step of the issue "Pupils afraid of the example bus" because "the bus company owns the stop"
      Then it is done
      And the issue "Pupils afraid of the example bus" is at "Reviewed"

    Scenario: Another agency is concerned as well
      Given the issue "Pupils afraid of the example bus" is at "Reviewed"
      When the chair asks to "Pass it to one agency" for the issue "Pupils afraid of the example bus"
        | Agency to which it is passed | Example Council |
      Then it is refused only because "no other agency is concerned"

  @X-35
  Rule: What is only noted stays in the log and can be taken up later

    Scenario: More is heard of an issue that was only noted
      Given the issue "Pupils afraid of the example bus" is at "Reviewed"
      And the secretary has been able to "Only note it" for the issue "Pupils afraid of the example bus"
        | Why it is only noted | It happened once |
      When the chair asks to "Take it up in a behaviour" for the issue "Pupils afraid of the example bus"
        | Behaviour in which it is taken up | Threats on example buses |
      Then it is done

  @A-2.4
  Rule: What can be done with an issue at each stage, and by whom

    Scenario: How an issue is opened
      Then an issue is opened by these steps
        | Step            | Who                                                        | Must be given      | May be given                                                                                                             | Leads to |
        | Report an issue | the secretary, the chair, the vice-chair, the board member | Title, How it came | Description, Harm that it does, Source, Agency that reports it, Communities where it is, Agencies that it concerns, Note | Reported |

    Scenario: What can be done once an issue has been reported
      Given the issue "Pupils afraid of the example bus" is at "Reported"
      Then these steps are open to the issue "Pupils afraid of the example bus"
        | Step                                                         | Who                                                        | Must be given         | May be given                                       | Leads to |
        | Review it                                                    | the secretary, the chair, the vice-chair, the board member | What the review found | Agencies that it concerns, Communities where it is | Reviewed |
        | Correct: Title, Description, Harm that it does, Source, Note | the secretary                                              | Title                 |                                                    |          |
      And the issue "Pupils afraid of the example bus" should move on by no day, or the secretary is told

    Scenario: What can be done once an issue has been reviewed
      Given the issue "Pupils afraid of the example bus" is at "Reviewed"
      Then these steps are open to the issue "Pupils afraid of the example bus"
        | Step                                                         | Who                                                        | Must be given                     | May be given                                       | Leads to                |
        | Review it                                                    | the secretary, the chair, the vice-chair, the board member | What the review found             | Agencies that it concerns, Communities where it is | Reviewed                |
        | Take it up in a behaviour                                    | the secretary, the chair, the vice-chair                   | Behaviour in which it is taken up |                                                    | Taken up in a behaviour |
        | Pass it to one agency                                        | the secretary, the chair, the vice-chair                   | Agency to which it is passed      |                                                    | Passed to one agency    |
        | Only note it                                                 | the secretary, the chair, the vice-chair                   | Why it is only noted              |                                                    | Noted                   |
        | Correct: Title, Description, Harm that it does, Source, Note | the secretary                                              | Title                             |                                                    |                         |
      And the issue "Pupils afraid of the example bus" should move on by 13 March 2020, or the secretary, the chair are told

    Scenario: What can be done once an issue has only been noted
      Given the issue "Pupils afraid of the example bus" is at "Reviewed"
      And the secretary has been able to "Only note it" for the issue "Pupils afraid of the example bus"
        | Why it is only noted | It happened once |
      Then these steps are open to the issue "Pupils afraid of the example bus"
        | Step                                                         | Who                                      | Must be given                     | May be given | Leads to                |
        | Take it up in a behaviour                                    | the secretary, the chair, the vice-chair | Behaviour in which it is taken up |              | Taken up in a behaviour |
        | Pass it to one agency                                        | the secretary, the chair, the vice-chair | Agency to which it is passed      |              | Passed to one agency    |
        | Correct: Title, Description, Harm that it does, Source, Note | the secretary                            | Title                             |              |                         |

    Scenario: What can be done once an issue has been taken up
      Given the issue "Pupils afraid of the example bus" is at "Taken up in a behaviour"
      Then these steps are open to the issue "Pupils afraid of the example bus"
        | Step                                                         | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Description, Harm that it does, Source, Note | the secretary | Title         |              |          |
        | Take back the last step                                      | the secretary |               |              | Reviewed |

    Scenario: What can be done once an issue has been passed to one agency
      Given the issue "Pupils afraid of the example bus" is at "Reported"
      And the secretary has been able to "Review it" for the issue "Pupils afraid of the example bus"
        | What the review found     | The stop is badly lit |
        | Agencies that it concerns | Example Council       |
      And the secretary has been able to "Pass it to one agency" for the issue "Pupils afraid of the example bus"
        | Agency to which it is passed | Example Council |
      Then these steps are open to the issue "Pupils afraid of the example bus"
        | Step                                                         | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Description, Harm that it does, Source, Note | the secretary | Title         |              |          |
        | Take back the last step                                      | the secretary |               |              | Reviewed |
