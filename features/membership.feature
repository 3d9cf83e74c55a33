Feature: Who sits on the Board
  The terms of reference list the constituencies whose members make up the Board, and for some
  of them the post. A constituency without a member is not passed over: it is shown as a gap.

  @A-4.5 @A-4.6 @A-4.7 @A-4.8 @A-4.9
  Rule: Each health body has a member who represents it

    Scenario Outline: <Constituency>: its member represents it
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register an agency"
        | Name                      | Example Body   |
        | Type of organisation      | Health body    |
        | Constituency on the Board | <Constituency> |
      When the chair asks to "Appoint to an office"
        | Office             | Board member             |
        | Person             | Eve Example              |
        | Body               | Example Prevention Board |
        | Constituency       | <Constituency>           |
        | Agency represented | Example Council          |
      Then it is refused only because "<Rule>"
      When the chair asks to "Appoint to an office"
        | Office             | Board member             |
        | Person             | Eve Example              |
        | Body               | Example Prevention Board |
        | Constituency       | <Constituency>           |
        | Agency represented | Example Body             |
      Then it is done
      And this is known as "the seat"
      When the secretary asks to correct the appointment "the seat" because "the member has moved to another body"
        | Agency represented | Example Council |
      Then the appointment "the seat" is in breach because "<Rule>" since today

      Examples:
        | Constituency                  | Rule                                                           |
        | Public Health England         | the member for Public Health England represents it             |
        | Clinical commissioning groups | the member for the commissioning groups represents one of them |
        | Hospitals trust               | the member for the hospitals trust represents it               |
        | Partnership trust             | the member for the partnership trust represents it             |
        | Ambulance service             | the member for the ambulance service represents it             |

  @A-4.1
  Rule: An upper-tier authority has members for public health and for social care

    Scenario Outline: <Constituency>: the member represents an authority registered for <Registered for>
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register an agency"
        | Name                      | Example County   |
        | Type of organisation      | Local authority  |
        | Constituency on the Board | <Registered for> |
      When the chair asks to "Appoint to an office"
        | Office             | Board member             |
        | Person             | Eve Example              |
        | Body               | Example Prevention Board |
        | Constituency       | <Constituency>           |
        | Agency represented | Example Council          |
      Then it is refused only because "the member for public health or social care represents an upper-tier authority"
      When the chair asks to "Appoint to an office"
        | Office             | Board member             |
        | Person             | Eve Example              |
        | Body               | Example Prevention Board |
        | Constituency       | <Constituency>           |
        | Agency represented | Example County           |
      Then it is done
      And this is known as "the seat"
      When the secretary asks to correct the agency "Example County" because "it is a district"
        | Constituency on the Board | Lower-tier authorities |
      Then the appointment "the seat" is in breach because "the member for public health or social care represents an upper-tier authority" since today

      Examples:
        | Constituency                             | Registered for                           |
        | Public health of an upper-tier authority | Public health of an upper-tier authority |
        | Social care of an upper-tier authority   | Public health of an upper-tier authority |
        | Social care of an upper-tier authority   | Social care of an upper-tier authority   |

  @A-4.12 @A-4.13 @A-4.15
  Rule: The voluntary sector and academic bodies have members who represent one of their bodies

    Scenario Outline: <Constituency>: a member represents one of their bodies
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register an agency"
        | Name                      | Example Body   |
        | Type of organisation      | Other          |
        | Constituency on the Board | <Constituency> |
      When the chair asks to "Appoint to an office"
        | Office             | Board member             |
        | Person             | Eve Example              |
        | Body               | Example Prevention Board |
        | Constituency       | <Constituency>           |
        | Agency represented | Example Council          |
      Then it is refused only because "<Rule>"
      When the chair asks to "Appoint to an office"
        | Office             | Board member             |
        | Person             | Eve Example              |
        | Body               | Example Prevention Board |
        | Constituency       | <Constituency>           |
        | Agency represented | Example Body             |
      Then it is done
      And this is known as "the seat"
      When the secretary asks to correct the appointment "the seat" because "the member has moved to another body"
        | Agency represented | Example Council |
      Then the appointment "the seat" is in breach because "<Rule>" since today

      Examples:
        | Constituency                   | Rule                                                                             |
        | Voluntary and community sector | a member for the voluntary and community sector represents a body of that sector |
        | Academic bodies                | a member for academic bodies represents one                                      |

  @A-4.2 @A-4.3 @A-4.4 @A-4.10 @A-4.11
  Rule: For some constituencies the post is named, and no other will do

    Scenario Outline: <Constituency>: the member holds the post that is named
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register an agency"
        | Name                      | Example Body   |
        | Type of organisation      | Other          |
        | Constituency on the Board | <Constituency> |
      When the chair asks to "Appoint to an office"
        | Office                     | Board member             |
        | Person                     | Eve Example              |
        | Body                       | Example Prevention Board |
        | Constituency               | <Constituency>           |
        | Agency represented         | Example Body             |
        | Post that the member holds | Representative           |
      Then it is refused only because "<Rule>"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member             |
        | Person                     | Eve Example              |
        | Body                       | Example Prevention Board |
        | Constituency               | <Constituency>           |
        | Agency represented         | Example Body             |
        | Post that the member holds | <Post>                   |
      Then it is done
      And this is known as "the seat"
      When the secretary asks to correct the appointment "the seat" because "the member has changed posts"
        | Post that the member holds | Representative |
      Then the appointment "the seat" is in breach because "<Rule>" since today

      Examples:
        | Constituency                                | Post                                                    | Rule                                                                                       |
        | Police                                      | Strategic lead for prevention or neighbourhood policing | the member for the police is their strategic lead for prevention or neighbourhood policing |
        | Office of the Police and Crime Commissioner | Chief executive                                         | the member for the Office of the Police and Crime Commissioner is its chief executive      |
        | Lower-tier authorities                      | Strategic lead for community safety                     | a member for the lower-tier authorities is a strategic lead for community safety           |
        | Fire and rescue service                     | Strategic lead for community safety                     | the member for the fire and rescue service is its strategic lead for community safety      |
        | Probation                                   | Strategic lead for community safety                     | the member for probation is its strategic lead for community safety                        |

  @X-32
  Rule: A member represents a body of the constituency they sit for

    Scenario Outline: <Constituency>: the post in another body will not do
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register an agency"
        | Name                      | Example Body   |
        | Type of organisation      | Other          |
        | Constituency on the Board | <Constituency> |
      And the secretary has been able to "Register an agency"
        | Name                 | Stranger Example |
        | Type of organisation | Business         |
      When the chair asks to "Appoint to an office"
        | Office                     | Board member             |
        | Person                     | Eve Example              |
        | Body                       | Example Prevention Board |
        | Constituency               | <Constituency>           |
        | Agency represented         | Stranger Example         |
        | Post that the member holds | <Post>                   |
      Then it is refused only because "the member represents a body of the constituency"
      When the chair asks to "Appoint to an office"
        | Office                     | Board member             |
        | Person                     | Eve Example              |
        | Body                       | Example Prevention Board |
        | Constituency               | <Constituency>           |
        | Agency represented         | Example Body             |
        | Post that the member holds | <Post>                   |
      Then it is done
      And this is known as "the seat"
      When the secretary asks to correct the agency "Example Body" because "it was registered under the wrong heading"
        | Constituency on the Board | Academic bodies |
      Then the appointment "the seat" is in breach because "the member represents a body of the constituency" since today

      Examples:
        | Constituency                                | Post                                                    |
        | Police                                      | Strategic lead for prevention or neighbourhood policing |
        | Office of the Police and Crime Commissioner | Chief executive                                         |
        | Lower-tier authorities                      | Strategic lead for community safety                     |
        | Fire and rescue service                     | Strategic lead for community safety                     |
        | Probation                                   | Strategic lead for community safety                     |

    Scenario: A member sits for some constituency
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office | Board member             |
        | Person | Eve Example              |
        | Body   | Example Prevention Board |
      Then it is sent back because "must be given here (Constituency)"

    Scenario: An auditor needs none
      Given the board "Example Prevention Board" is at "Established"
      When the chair asks to "Appoint to an office"
        | Office | Auditor                  |
        | Person | Eve Example              |
        | Body   | Example Prevention Board |
      Then it is done

  @A-4.14 @A-2.9
  Rule: Community leaders sit on the Board

    Scenario: A community leader who is in post becomes a member
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office   | Community leader |
        | Person   | Lee Example      |
        | Body     | Example Quay     |
        | Last day | in 30 days       |
      When the chair asks to "Appoint to an office"
        | Office       | Board member             |
        | Person       | Lee Example              |
        | Body         | Example Prevention Board |
        | Constituency | Community leaders        |
      Then it is done
      And this is known as "the seat"
      When 30 days pass
      Then the appointment "the seat" is not in breach
      When 1 day passes
      Then the appointment "the seat" is in breach because "a member for community leaders is a community leader in post" since today

    Scenario: When the leader's post is ended, the seat on the Board shows it
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And this is known as "the leader's post"
      And the chair has been able to "Appoint to an office"
        | Office       | Board member             |
        | Person       | Lee Example              |
        | Body         | Example Prevention Board |
        | Constituency | Community leaders        |
      And this is known as "the seat"
      When the secretary asks to "End the appointment" for the appointment "the leader's post"
      Then the appointment "the seat" is in breach because "a member for community leaders is a community leader in post" since today

    Scenario: Nobody sits for community leaders who leads no community, whatever other offices they hold
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      When the chair asks to "Appoint to an office"
        | Office       | Board member             |
        | Person       | Pat Example              |
        | Body         | Example Prevention Board |
        | Constituency | Community leaders        |
      Then it is refused only because "a member for community leaders is a community leader in post"

  @A-3.2
  Rule: The Board's record shows which constituencies have no member

    Scenario: At first nearly all seats are vacant
      Given the board "Example Prevention Board" is at "Established"
      Then the board "Example Prevention Board" shows
        | constituencies without a member | Public health of an upper-tier authority, Social care of an upper-tier authority, Police, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Fire and rescue service, Probation, Voluntary and community sector, Academic bodies, Community leaders |

    Scenario: Whoever sits on the Board fills a gap
      Given the meeting "Spring meeting" is at "Called"
      Then the board "Example Prevention Board" shows
        | constituencies without a member | Public health of an upper-tier authority, Social care of an upper-tier authority, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Probation, Academic bodies, Community leaders |

    Scenario: Once a member has gone the gap is back
      Given the meeting "Spring meeting" is at "Called"
      When the chair asks to "End the appointment" for the appointment "fire member's post"
      Then the board "Example Prevention Board" shows
        | constituencies without a member | Public health of an upper-tier authority, Social care of an upper-tier authority, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Fire and rescue service, Probation, Academic bodies, Community leaders |

    Scenario Outline: <Who> for the police: is there still a gap?
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Appoint to an office"
        | Office                     | <Office>                                                |
        | Person                     | Eve Example                                             |
        | Body                       | Example Prevention Board                                |
        | Constituency               | Police                                                  |
        | Agency represented         | Example Police                                          |
        | Post that the member holds | Strategic lead for prevention or neighbourhood policing |
        | First day                  | <First day>                                             |
        | Last day                   | <Last day>                                              |
      And <After>
      Then the board "Example Prevention Board" shows
        | constituencies without a member | Public health of an upper-tier authority, <Gap>, Office of the Police and Crime Commissioner, Public Health England, Clinical commissioning groups, Hospitals trust, Partnership trust, Ambulance service, Fire and rescue service, Probation, Voluntary and community sector, Academic bodies, Community leaders |

      Examples:
        | Who                      | Office       | First day | Last day | After        | Gap                                            |
        | A chair                  | Chair        |           |          | 1 day passes | Social care of an upper-tier authority         |
        | A vice-chair             | Vice-chair   |           |          | 1 day passes | Social care of an upper-tier authority         |
        | An auditor               | Auditor      |           |          | 1 day passes | Social care of an upper-tier authority, Police |
        | A member from tomorrow   | Board member | in 2 days |          | 1 day passes | Social care of an upper-tier authority, Police |
        | A member from today      | Board member | in 1 day  |          | 1 day passes | Social care of an upper-tier authority         |
        | A member until today     | Board member |           | in 1 day | 1 day passes | Social care of an upper-tier authority         |
        | A member until yesterday | Board member |           | in 1 day | 2 days pass  | Social care of an upper-tier authority, Police |
