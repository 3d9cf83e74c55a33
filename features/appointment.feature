Feature: Offices: who may act, for whom and how long
  Nobody has a say in the Board's book by being known. Authority comes with an office, held
  of the Board, an agency, a community or a zone, from a first day to a last.

  @B-3.4
  Rule: The roles of a zone are filled once it has the go-ahead

    Scenario: A co-ordinator is appointed to a zone that goes ahead
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Appoint to an office"
        | Office              | Co-ordinator                            |
        | Person              | Kit Example                             |
        | Body                | Example Wharf                           |
        | Duties              | Runs the zone and answers to both leads |
        | Employer            | Example Council                         |
        | Source of funding   | Example grant                           |
        | Last day of funding | in 365 days                             |
      Then it is done
      And the co-ordinator holds the office "Co-ordinator" of the zone "Example Wharf"

    Scenario: No role is filled in a zone that has no go-ahead
      Given the zone "Example Wharf" is at "Commitment secured"
      When the secretary asks to "Appoint to an office"
        | Office | Community lead             |
        | Person | Lee Example                |
        | Body   | Example Wharf              |
        | Duties | Leads the community's side |
      Then it is refused because
        | roles in a zone are filled once it has the go-ahead, and while it lasts |
        | what the office is of still lasts                                       |

    Scenario: A co-ordinator co-ordinates a zone and nothing else
      Given the community "Example Quay" is at "On the register"
      When the secretary asks to "Appoint to an office"
        | Office | Co-ordinator  |
        | Person | Kit Example   |
        | Body   | Example Quay  |
        | Duties | Runs the zone |
      Then it is refused only because "roles in a zone are filled once it has the go-ahead, and while it lasts"

    Scenario: A role is defined before it is filled
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Appoint to an office"
        | Office | Agency lead   |
        | Person | Pat Example   |
        | Body   | Example Wharf |
      Then it is sent back because "must be given here (Duties)"

    Scenario: The funding of the co-ordinator's post is put on record
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "Record the funding of the post" for the appointment "co-ordinator's post"
        | Source of funding   | Example second grant |
        | Employer            | Example Police       |
        | Last day of funding | in 900 days          |
      Then it is done
      And the appointment "co-ordinator's post" shows
        | Source of funding   | Example second grant |
        | Employer            | Example Police       |
        | Last day of funding | in 900 days          |

    Scenario: The co-ordinator does not settle the funding of the co-ordinator's post
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Record the funding of the post" for the appointment "co-ordinator's post"
        | Source of funding   | Example second grant |
        | Employer            | Example Police       |
        | Last day of funding | in 900 days          |
      Then it is refused only because "'Record the funding of the post' is for Secretariat, Chair or Vice-chair"

    Scenario: The letter that appoints a co-ordinator is kept
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "Send the letter of appointment" for the appointment "co-ordinator's post"
        | Letter of appointment | What the post is, and whom it answers to |
      Then it is done
      And the appointment "co-ordinator's post" is at "In post"

    Scenario: No letter of appointment is put on record without the letter itself
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "Send the letter of appointment" for the appointment "co-ordinator's post"
      Then it is sent back because "must be given"

    Scenario: The co-ordinator does not write the co-ordinator's own letter
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Send the letter of appointment" for the appointment "co-ordinator's post"
        | Letter of appointment | What the post is, and whom it answers to |
      Then it is refused only because "'Send the letter of appointment' is for Secretariat, Chair or Vice-chair"

  @X-13
  Rule: An office is held of the right kind of body

    Scenario: A member sits on the Board
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is done
      And the first leader holds the office "Board member"

    Scenario: An agency has no Board members of its own
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Police                      |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is refused only because "this office is held of a Board that is established"

    Scenario: An officer speaks for an agency
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Appoint to an office"
        | Office | Agency officer |
        | Person | Eve Example    |
        | Body   | Example Police |
      Then it is done
      And the evaluator holds the office "Agency officer" of the agency "Example Police"

    Scenario: Nobody is an agency's officer for the whole Board
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Appoint to an office"
        | Office | Agency officer           |
        | Person | Eve Example              |
        | Body   | Example Prevention Board |
      Then it is refused only because "an agency officer speaks for an agency that is a partner"

    Scenario: A leader speaks for a community
      Given the community "Example Quay" is at "On the register"
      When the secretary asks to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      Then it is done
      And the first leader holds the office "Community leader" of the community "Example Quay"

    Scenario: An agency has no community leader
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Council  |
      Then it is refused only because "a community leader speaks for a community that is on the register"

  @X-10
  Rule: Offices go to people who are on the register

    Scenario: Somebody who has left is not appointed
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that the person has left" for the person "Lee Example"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is refused only because "the person is on the register and has not left"

    Scenario: A member is appointed together with a deputy
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Deputy                     | Lou Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is done
      And the first leader holds the office "Board member"
      And the second leader deputises in the office "Board member"

    Scenario: Somebody who has left is not made a deputy with the appointment
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that the person has left" for the person "Lou Example"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Deputy                     | Lou Example                         |
        | Body                       | Example Prevention Board            |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is refused only because "the deputy is on the register and has not left"

    Scenario: Somebody who has left is not made a deputy later
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Note that the person has left" for the person "Lou Example"
      When the chair asks to "Name a deputy" for the appointment "board member's post"
        | Deputy | Lou Example |
      Then it is refused only because "the new deputy is on the register and has not left"

  @B-2.8
  Rule: Whoever carries three offices already is asked before a fourth is added

    Scenario: A fourth office needs the person's agreement
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
      When the chair asks to "Appoint to an office"
        | Office | Auditor                  |
        | Person | Kit Example              |
        | Body   | Example Prevention Board |
      Then it is refused only because "the person holds at most 2 offices already, or has agreed to carry more"

      When the chair asks to "Appoint to an office"
        | Office                       | Auditor                  |
        | Person                       | Kit Example              |
        | Body                         | Example Prevention Board |
        | Has agreed to carry the load | yes                      |
      Then it is done
      And the co-ordinator holds the office "Auditor"

  @B-3.4
  Rule: Nobody appoints themselves, as holder or as deputy

    Scenario: The chair takes no second office by the chair's own hand
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office | Agency officer |
        | Person | Ada Example    |
        | Body   | Example Police |
      Then it is refused only because "'Appoint to an office' is not for the person named as person in the appointment"

    Scenario: The chair becomes no deputy by the chair's own hand
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Name a deputy" for the appointment "police officer's post"
        | Deputy | Ada Example |
      Then it is refused only because "'Name a deputy' is not for the person named as deputy in the appointment"

    Scenario: A member of the Board appoints nobody
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "Appoint to an office"
        | Office | Agency officer |
        | Person | Kit Example    |
        | Body   | Example Police |
      Then it is refused only because "'Appoint to an office' is for Secretariat, Chair or Vice-chair"

  @B-3.4
  Rule: A deputy acts where the holder cannot

    Scenario: The deputy of the council's officer pledges in the council's name
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Name a deputy" for the appointment "council officer's post"
        | Deputy | Mel Example |
      When the board member asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is done
      And the commitment "council pledge" is at "Pledged"
      And the council officer holds the office "Agency officer" of the agency "Example Council"
      And the board member deputises in the office "Agency officer" of the agency "Example Council"

    Scenario: With the appointment the deputy's authority ends too
      Given the zone "Example Wharf" is at "Commissioned"
      And the secretary has been able to "Name a deputy" for the appointment "council officer's post"
        | Deputy | Mel Example |
      And the secretary has been able to "End the appointment" for the appointment "council officer's post"
        | Why it ended | Has moved to another county |
      When the board member asks to "Pledge" for the commitment "council pledge"
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is refused only because "'Pledge' is for Agency officer of the agency or the person named as community leader in the commitment"

    Scenario: A deputy stands in from the first day of the appointment to the last
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office    | Auditor                  |
        | Person    | Lee Example              |
        | Deputy    | Lou Example              |
        | Body      | Example Prevention Board |
        | First day | in 5 days                |
        | Last day  | in 10 days               |
      Then the second leader does not hold the office "Auditor"
      When 5 days pass
      Then the second leader deputises in the office "Auditor"
      When 5 days pass
      Then the second leader deputises in the office "Auditor"
      When 1 day passes
      Then the second leader does not hold the office "Auditor"

  @X-21
  Rule: Whether somebody may act is judged by the day on which they act

    Scenario: What an officer pledged while in office is entered after they have gone
      Given the zone "Example Wharf" is at "Commissioned"
      When 10 days pass
      And the secretary asks to "End the appointment" for the appointment "council officer's post"
        | Why it ended | Has moved to another county |
      And 5 days pass
      And the secretary enters from "letter of the council" that the council officer asks to "Pledge" for the commitment "council pledge" with effect from 10 days ago
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is done

    Scenario: Nobody pledges for an agency after their office there has ended
      Given the zone "Example Wharf" is at "Commissioned"
      When 10 days pass
      And the secretary asks to "End the appointment" for the appointment "council officer's post"
        | Why it ended | Has moved to another county |
      And 5 days pass
      And the secretary enters from "letter of the council" that the council officer asks to "Pledge" for the commitment "council pledge" with effect from 2 days ago
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is refused only because "'Pledge' is for Agency officer of the agency or the person named as community leader in the commitment"

    Scenario: Nobody adds to the past in an office that they no longer hold
      Given the zone "Example Wharf" is at "Commissioned"
      When 10 days pass
      And the secretary asks to "End the appointment" for the appointment "council officer's post"
        | Why it ended | Has moved to another county |
      And 5 days pass
      And the council officer asks to "Pledge" for the commitment "council pledge" with effect from 10 days ago
        | What is pledged    | A youth worker      |
        | By whose authority | Head of communities |
        | First day          | today               |
      Then it is refused only because "whoever enters an act of their own still holds the office, or Secretariat enters it from a document"

  @X-21
  Rule: No office is given for days gone by

    Scenario: An office may begin later, and gives no authority before
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Prevention Board            |
        | First day                  | in 10 days                          |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is done
      And the first leader does not hold the office "Board member"
      When 10 days pass
      Then the first leader holds the office "Board member"

    Scenario: An office begins today
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Prevention Board            |
        | First day                  | today                               |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is done
      And the first leader holds the office "Board member"

    Scenario: An office cannot have begun before it was given
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Prevention Board            |
        | First day                  | 1 day ago                           |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      Then it is refused only because "the first day is not before the day of the appointment"

  @X-9
  Rule: An office ends on its last day, by resignation, or when the Board ends it

    Scenario: The last day is still in office and the next is not
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office                     | Board member                        |
        | Person                     | Lee Example                         |
        | Body                       | Example Prevention Board            |
        | Last day                   | in 10 days                          |
        | Constituency               | Lower-tier authorities              |
        | Agency represented         | Example Council                     |
        | Post that the member holds | Strategic lead for community safety |
      When 10 days pass
      Then the first leader holds the office "Board member"
      When 1 day passes
      Then the first leader does not hold the office "Board member"
      When the first leader asks to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      Then it is refused only because "'Register a community' is for Secretariat or Board member"

    Scenario: A member resigns
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "End the appointment" for the appointment "board member's post"
        | Why it ended | More time for the family |
      Then it is done
      And the board member does not hold the office "Board member"

    Scenario: A member does not end somebody else's office
      Given the board "Example Prevention Board" is at "Established"
      When the board member asks to "End the appointment" for the appointment "chair's post"
      Then it is refused only because "'End the appointment' is for Secretariat, Chair, Vice-chair or the person named as person in the appointment"

    Scenario: An office that was ended by mistake is given back
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "End the appointment" for the appointment "board member's post"
      When the chair asks to take back the last step of the appointment "board member's post" because "the wrong post was ended"
      Then it is done
      And the board member holds the office "Board member"

    Scenario: The duties of an office are put more clearly
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to correct the appointment "community lead's post" because "the Board asked for plainer words"
        | Duties | Leads the residents and reports to them twice a year |
      Then it is done
      And the appointment "community lead's post" shows
        | Duties | Leads the residents and reports to them twice a year |

  @X-2
  Rule: Somebody always holds the secretariat

    Scenario: The last person in the secretariat stays
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "End the appointment" for the appointment "post"
      Then it is refused only because "somebody else stays in the secretariat"

    Scenario: With a successor in post the first secretary may go
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Con Example              |
        | Body   | Example Prevention Board |
      When the secretary asks to "End the appointment" for the appointment "post"
        | Why it ended | Retires |
      Then it is done
      And the secretary does not hold the office "Secretariat"
      And the council officer holds the office "Secretariat"

    Scenario: Where nobody is left in the secretariat, other offices can still be given up
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office   | Secretariat              |
        | Person   | Con Example              |
        | Body     | Example Prevention Board |
        | Last day | in 30 days               |
      And the secretary has been able to "End the appointment" for the appointment "post"
      When 31 days pass
      And the board member asks to "End the appointment" for the appointment "board member's post"
      Then it is done
      And the board "Example Prevention Board" is in breach because "somebody holds the secretariat" since today

  @X-22
  Rule: An office ends with the body that it is of

    Scenario: When a community is no longer used the office of its leader shows it
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And this is known as "leader's post"
      When the secretary asks to "Take it out of use" for the community "Example Quay"
      Then it is done
      And the appointment "leader's post" is in breach because "what the office is of still lasts" since today

      When the secretary asks to "End the appointment" for the appointment "leader's post"
        | Why it ended | The community is known by another name now |
      Then it is done
      And the appointment "leader's post" is no longer in breach

  @X-13
  Rule: The offices of the Board, and the roles in a zone, are held of nothing else

    Scenario Outline: <Office>: an office of the Board, and of no agency
      Given the board "Example Prevention Board" is at "Established"
      When the vice-chair asks to "Appoint to an office"
        | Office | <Office>       |
        | Person | Eve Example    |
        | Body   | Example Police |
      Then it is refused only because "this office is held of a Board that is established"

      Examples:
        | Office      |
        | Chair       |
        | Vice-chair  |
        | Secretariat |
        | Auditor     |

    Scenario: An agency lead leads in a zone
      Given the board "Example Prevention Board" is at "Established"
      When the vice-chair asks to "Appoint to an office"
        | Office | Agency lead        |
        | Person | Eve Example        |
        | Body   | Example Police     |
        | Duties | Leads the agencies |
      Then it is refused only because "roles in a zone are filled once it has the go-ahead, and while it lasts"

  @B-3.4
  Rule: A role in a zone is defined, and filled for as long as the zone lasts

    Scenario Outline: The duties of a <Role> are said
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Appoint to an office"
        | Office | <Role>        |
        | Person | Eve Example   |
        | Body   | Example Wharf |
      Then it is sent back because "must be given here (Duties)"

      Examples:
        | Role           |
        | Community lead |
        | Co-ordinator   |

    Scenario Outline: A role is filled in a zone at "<Stage>"
      Given the zone "Example Wharf" is at "<Stage>"
      When the secretary asks to "Appoint to an office"
        | Office | Agency lead        |
        | Person | Eve Example        |
        | Body   | Example Wharf      |
        | Duties | Leads the agencies |
      Then it is done

      Examples:
        | Stage          |
        | Taken over     |
        | Roles assigned |
        | Toolkit issued |
        | Suspended      |
        | Evaluated      |
        | Renewed        |

    Scenario: Nobody appoints somebody with themselves as the deputy
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office | Agency officer |
        | Person | Eve Example    |
        | Deputy | Ada Example    |
        | Body   | Example Police |
      Then it is refused only because "'Appoint to an office' is not for the person named as deputy in the appointment"

  @B-3.4 @X-9
  Rule: What can be done with an appointment at each stage, and by whom

    Scenario: How an appointment is made
      Given the board "Example Prevention Board" is at "Established"
      Then an appointment is opened by these steps
        | Step                 | Who                                      | Must be given        | May be given                                                                                                                                                                                               | Leads to |
        | Appoint to an office | the secretary, the chair, the vice-chair | Office, Person, Body | Title of the post, First day, Last day, Deputy, Duties, Constituency, Agency represented, Post that the member holds, Employer, Source of funding, Last day of funding, Has agreed to carry the load, Note | In post  |

    Scenario: What can be done with an appointment for a term
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "Appoint to an office"
        | Office   | Auditor                  |
        | Person   | Eve Example              |
        | Body     | Example Prevention Board |
        | Last day | in 10 days               |
      And this is known as "second auditor's post"
      Then these steps are open to the appointment "second auditor's post"
        | Step                                                                                                   | Who                                                     | Must be given                                    | May be given | Leads to |
        | Name a deputy                                                                                          | the secretary, the chair, the vice-chair                | Deputy                                           |              | In post  |
        | Record the funding of the post                                                                         | the secretary, the chair, the vice-chair                | Source of funding, Employer, Last day of funding |              | In post  |
        | End the appointment                                                                                    | the secretary, the chair, the vice-chair, the evaluator |                                                  | Why it ended | Ended    |
        | Send the letter of appointment                                                                         | the secretary, the chair, the vice-chair                | Letter of appointment                            |              | In post  |
        | Correct: Title of the post, Duties, Constituency, Agency represented, Post that the member holds, Note | the secretary                                           |                                                  |              |          |
      And the appointment "second auditor's post" should move on by 16 January 2020, or the secretary, the evaluator are told

    Scenario: What can be done with an appointment that has ended
      Given the board "Example Prevention Board" is at "Established"
      And the chair has been able to "End the appointment" for the appointment "board member's post"
      Then these steps are open to the appointment "board member's post"
        | Step                                                                                                   | Who                      | Must be given | May be given | Leads to |
        | Correct: Title of the post, Duties, Constituency, Agency represented, Post that the member holds, Note | the secretary            |               |              |          |
        | Take back the last step                                                                                | the secretary, the chair |               |              | In post  |
