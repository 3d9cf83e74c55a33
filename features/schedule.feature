Feature: The Board's own schedule
  A new Board has much to set up: its members and meetings, how it hears of issues, the data and the news that it
  watches. Then it chooses behaviours, makes strategies, and goes on watching. Each step has its day, and is done
  only when there is something to show for it.

  @A-3.1
  Rule: The Board works to a first schedule, one step after the other

    Scenario: From drawing up the schedule to monitoring and review
      Given the schedule "First schedule of the Board" is at "Monitoring and review"
      Then the schedule "First schedule of the Board" shows
        | How issues are collected and followed | Members hand in a page before each meeting. |
        | What the minimum set of data holds    | Calls and reports by month                  |
        | Behaviours to work on                 | Threats on example buses                    |

    Scenario: No step is skipped
      Given the schedule "First schedule of the Board" is at "Settling membership and meetings"
      When the secretary asks to "Confirm how issues are collected" for the schedule "First schedule of the Board"
        | How issues are collected and followed | By letter |
      Then it is refused only because "'Confirm how issues are collected' is made at 'Setting up how issues are collected'"

    Scenario: The days of the schedule move
      Given the schedule "First schedule of the Board" is at "Settling membership and meetings"
      When the vice-chair asks to "Move the days" for the schedule "First schedule of the Board"
        | Membership and meetings settled by | in 45 days |
      Then it is done
      And the schedule "First schedule of the Board" should move on in 45 days, or the secretary, the chair are told

  @X-61
  Rule: The Board has one schedule at a time

    Scenario: There is no second schedule beside the first
      Given the schedule "First schedule of the Board" is at "Agreeing the minimum set of data"
      When the secretary asks to "Draw up the schedule"
        | Title                              | Second schedule |
        | Membership and meetings settled by | in 30 days      |
        | Collection of issues set up by     | in 60 days      |
        | Minimum set of data agreed by      | in 90 days      |
        | Horizon scanning arranged by       | in 120 days     |
        | Behaviours chosen by               | in 150 days     |
        | Strategies made by                 | in 365 days     |
      Then it is refused only because "the Board has no other schedule that is open"

    Scenario: Another schedule takes the place of one that was closed
      Given the schedule "First schedule of the Board" is at "Closed"
      When the secretary asks to "Draw up the schedule"
        | Title                              | Second schedule |
        | Membership and meetings settled by | in 30 days      |
        | Collection of issues set up by     | in 60 days      |
        | Minimum set of data agreed by      | in 90 days      |
        | Horizon scanning arranged by       | in 120 days     |
        | Behaviours chosen by               | in 150 days     |
        | Strategies made by                 | in 365 days     |
      Then it is done

  @A-3.2
  Rule: The Board settles its membership and meetings

    Scenario: There is nobody on the Board yet
      Given the schedule "First schedule of the Board" is ready for "Confirm membership and meetings"
      And the secretary has been able to "End the appointment" for the appointment "board member's post"
      When the secretary asks to "Confirm membership and meetings" for the schedule "First schedule of the Board"
      Then it is refused only because "at least 1 Board member has been appointed"

    Scenario: The next meeting is not set yet
      Given the schedule "First schedule of the Board" is at "Settling membership and meetings"
      When the secretary asks to "Confirm membership and meetings" for the schedule "First schedule of the Board"
      Then it is refused only because "the next meeting of the Board is set"

    Scenario: The meeting that was set is over
      Given the schedule "First schedule of the Board" is ready for "Confirm membership and meetings"
      When 41 days pass
      And the secretary asks to "Confirm membership and meetings" for the schedule "First schedule of the Board"
      Then it is refused only because "the next meeting of the Board is set"

    Scenario: A meeting on the same day is good enough
      Given the schedule "First schedule of the Board" is at "Settling membership and meetings"
      And the secretary has been able to "Set the next meeting" for the board "Example Prevention Board"
        | Next meeting | today |
      When the secretary asks to "Confirm membership and meetings" for the schedule "First schedule of the Board"
      Then it is done

  @A-3.3
  Rule: The Board sets up how issues are collected

    Scenario: It is said how issues are collected
      Given the schedule "First schedule of the Board" is at "Setting up how issues are collected"
      When the secretary asks to "Confirm how issues are collected" for the schedule "First schedule of the Board"
      Then it is sent back because "must be given (How issues are collected and followed)"

  @A-3.4
  Rule: A minimum set of data takes in issues that communities report

    Scenario: Data without what communities report will not do
      Given the schedule "First schedule of the Board" is ready for "Agree the minimum set of data"
      When the chair asks to "Agree the minimum set of data" for the schedule "First schedule of the Board"
        | What the minimum set of data holds | Calls by month        |
        | Takes in what communities report   | no                    |
        | Decision on the set of data        | Agree the set of data |
      Then it is refused only because "the data take in what communities report"

  @A-3.5
  Rule: The Board arranges its horizon scanning

    Scenario: It is said how the horizon is scanned
      Given the schedule "First schedule of the Board" is ready for "Agree how the horizon is scanned"
      When the chair asks to "Agree how the horizon is scanned" for the schedule "First schedule of the Board"
        | How the horizon is scanned and by whom | The secretariat reports each quarter |
        | Decision on horizon scanning           | Agree how the horizon is scanned     |
      Then it is done
      And the schedule "First schedule of the Board" is at "Choosing behaviours"

  @A-3.6
  Rule: The Board picks the behaviours to work on

    Scenario: A behaviour that is no priority is not worked on
      Given the schedule "First schedule of the Board" is at "Choosing behaviours"
      And the secretary has been able to "Propose a behaviour"
        | Name       | Shouting on example trains |
        | Definition | Shouting at staff          |
      When the chair asks to "Choose the behaviours" for the schedule "First schedule of the Board"
        | Behaviours to work on | Threats on example buses, Shouting on example trains |
      Then it is refused only because "the Board has made each of these behaviours a priority"

    Scenario: A behaviour may be chosen before it has been analysed
      Given the schedule "First schedule of the Board" is at "Choosing behaviours"
      And the secretary has been able to "Propose a behaviour"
        | Name                      | Shouting on example trains      |
        | Definition                | Shouting at staff               |
        | Form it takes             | Shouting                        |
        | Agencies that it concerns | Example Police, Example Council |
      And the chair has been able to "Make it a priority" for the behaviour "Shouting on example trains"
        | What health bodies said | It fits with their plans |
      When the chair asks to "Choose the behaviours" for the schedule "First schedule of the Board"
        | Behaviours to work on | Threats on example buses, Shouting on example trains |
      Then it is done
      When the secretary asks to "Confirm that strategies are in force" for the schedule "First schedule of the Board"
        | Next review by | in 365 days |
      Then it is refused only because "a strategy is in force for each of the behaviours"

  @A-3.7
  Rule: The Board makes strategies for the behaviours that it has chosen

    Scenario: A strategy that has ended is not in force
      Given the schedule "First schedule of the Board" is at "Making strategies"
      And the chair has been able to "End the strategy" for the strategy "Calm example buses"
        | Why it ended | It did not help |
      When the secretary asks to "Confirm that strategies are in force" for the schedule "First schedule of the Board"
        | Next review by | in 365 days |
      Then it is refused only because "a strategy is in force for each of the behaviours"

    Scenario: A strategy that was approved above the Board is in force
      Given the strategy "Calm example buses" is at "Approved by the Strategic Partnership Board"
      And the schedule "First schedule of the Board" is at "Making strategies"
      When the secretary asks to "Confirm that strategies are in force" for the schedule "First schedule of the Board"
        | Next review by | in 365 days |
      Then it is done

  @A-3.8
  Rule: The Board goes on watching how behaviours change

    Scenario: A review is recorded and the next one has its day
      Given the schedule "First schedule of the Board" is at "Monitoring and review"
      When the board member asks to "Record a review" for the schedule "First schedule of the Board"
        | Findings of the last review | Fewer threats are reported |
        | Next review by              | in 200 days                |
      Then it is done
      And the schedule "First schedule of the Board" shows
        | Last reviewed on | today |
      And the schedule "First schedule of the Board" should move on in 200 days, or the secretary, the chair are told

    Scenario: A review shows that other behaviours matter more
      Given the schedule "First schedule of the Board" is at "Monitoring and review"
      When the chair asks to "Go back to choosing behaviours" for the schedule "First schedule of the Board"
        | Behaviours chosen by | in 30 days |
        | Strategies made by   | in 90 days |
      Then it is done
      And the schedule "First schedule of the Board" is at "Choosing behaviours"

  @X-5
  Rule: The Board decides on its data and on horizon scanning

    Scenario Outline: No other decision will do for the set of data
      Given the schedule "First schedule of the Board" is ready for "Agree the minimum set of data"
      And the secretary has been able to "Record a decision"
        | What was decided    | Another matter |
        | Body that decided   | <body>         |
        | Date of the meeting | today          |
        | Minute              | 2020/99        |
        | Kind of decision    | <matter>       |
        | What it is about    | <about>        |
      When the chair asks to "Agree the minimum set of data" for the schedule "First schedule of the Board"
        | Decision on the set of data        | Another matter |
        | What the minimum set of data holds | Calls by month |
        | Takes in what communities report   | yes            |
      Then it is refused only because "the Prevention Board has decided on the set of data"

      Examples:
        | body                        | matter                             | about                       |
        | Strategic Partnership Board | A step of the Board's own schedule | First schedule of the Board |
        | Prevention Board            | Something else                     | First schedule of the Board |
        | Prevention Board            | A step of the Board's own schedule | Example Police              |

    Scenario: A rescinded decision will not do for the set of data
      Given the schedule "First schedule of the Board" is ready for "Agree the minimum set of data"
      And the chair has been able to "Rescind the decision" for the decision "Agree the set of data"
        | Why it was rescinded | Too few members were there |
      When the chair asks to "Agree the minimum set of data" for the schedule "First schedule of the Board"
        | Decision on the set of data        | Agree the set of data |
        | What the minimum set of data holds | Calls by month        |
        | Takes in what communities report   | yes                   |
      Then it is refused only because "the Prevention Board has decided on the set of data"

    Scenario: A decision whose minutes are confirmed will do for the set of data
      Given the schedule "First schedule of the Board" is ready for "Agree the minimum set of data"
      And the chair has been able to "Confirm the minutes" for the decision "Agree the set of data"
      When the chair asks to "Agree the minimum set of data" for the schedule "First schedule of the Board"
        | Decision on the set of data        | Agree the set of data |
        | What the minimum set of data holds | Calls by month        |
        | Takes in what communities report   | yes                   |
      Then it is done
      And the schedule "First schedule of the Board" is at "Arranging horizon scanning"

    Scenario Outline: No other decision will do for horizon scanning
      Given the schedule "First schedule of the Board" is ready for "Agree how the horizon is scanned"
      And the secretary has been able to "Record a decision"
        | What was decided    | Another matter |
        | Body that decided   | <body>         |
        | Date of the meeting | today          |
        | Minute              | 2020/99        |
        | Kind of decision    | <matter>       |
        | What it is about    | <about>        |
      When the chair asks to "Agree how the horizon is scanned" for the schedule "First schedule of the Board"
        | Decision on horizon scanning           | Another matter |
        | How the horizon is scanned and by whom | By quarter     |
      Then it is refused only because "the Prevention Board has decided how the horizon is scanned"

      Examples:
        | body                        | matter                             | about                       |
        | Strategic Partnership Board | A step of the Board's own schedule | First schedule of the Board |
        | Prevention Board            | Something else                     | First schedule of the Board |
        | Prevention Board            | A step of the Board's own schedule | Example Police              |

    Scenario: A rescinded decision will not do for horizon scanning
      Given the schedule "First schedule of the Board" is ready for "Agree how the horizon is scanned"
      And the chair has been able to "Rescind the decision" for the decision "Agree how the horizon is scanned"
        | Why it was rescinded | Too few members were there |
      When the chair asks to "Agree how the horizon is scanned" for the schedule "First schedule of the Board"
        | Decision on horizon scanning           | Agree how the horizon is scanned |
        | How the horizon is scanned and by whom | By quarter                       |
      Then it is refused only because "the Prevention Board has decided how the horizon is scanned"

    Scenario: A decision whose minutes are confirmed will do for horizon scanning
      Given the schedule "First schedule of the Board" is ready for "Agree how the horizon is scanned"
      And the chair has been able to "Confirm the minutes" for the decision "Agree how the horizon is scanned"
      When the chair asks to "Agree how the horizon is scanned" for the schedule "First schedule of the Board"
        | Decision on horizon scanning           | Agree how the horizon is scanned |
        | How the horizon is scanned and by whom | By quarter                       |
      Then it is done
      And the schedule "First schedule of the Board" is at "Choosing behaviours"

  @X-9
  Rule: What can be done with the schedule at each stage, and by whom

    Scenario: How a schedule is opened
      Then a schedule is opened by these steps
        | Step                 | Who                                      | Must be given                                                                                                                                                                    | May be given | Leads to                         |
        | Draw up the schedule | the secretary, the chair, the vice-chair | Title, Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Note         | Settling membership and meetings |

    Scenario: What can be done at "Settling membership and meetings"
      Given the schedule "First schedule of the Board" is at "Settling membership and meetings"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                            | Who                                      | Must be given     | May be given                                                                                                                                                              | Leads to                            |
        | Confirm membership and meetings | the secretary, the chair, the vice-chair |                   |                                                                                                                                                                           | Setting up how issues are collected |
        | Move the days                   | the chair, the vice-chair                |                   | Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Settling membership and meetings    |
        | Close the schedule              | the chair, the vice-chair                | Why it was closed |                                                                                                                                                                           | Closed                              |
        | Correct: Title, Note            | the secretary                            |                   |                                                                                                                                                                           |                                     |
      And the schedule "First schedule of the Board" should move on in 30 days, or the secretary, the chair are told

    Scenario: What can be done at "Setting up how issues are collected"
      Given the schedule "First schedule of the Board" is at "Setting up how issues are collected"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                             | Who                                      | Must be given                         | May be given                                                                                                                                                              | Leads to                            |
        | Confirm how issues are collected | the secretary, the chair, the vice-chair | How issues are collected and followed |                                                                                                                                                                           | Agreeing the minimum set of data    |
        | Move the days                    | the chair, the vice-chair                |                                       | Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Setting up how issues are collected |
        | Close the schedule               | the chair, the vice-chair                | Why it was closed                     |                                                                                                                                                                           | Closed                              |
        | Correct: Title, Note             | the secretary                            |                                       |                                                                                                                                                                           |                                     |
        | Take back the last step          | the secretary, the chair                 |                                       |                                                                                                                                                                           | Settling membership and meetings    |
      And the schedule "First schedule of the Board" should move on in 40 days, or the secretary, the chair are told

    Scenario: What can be done at "Agreeing the minimum set of data"
      Given the schedule "First schedule of the Board" is at "Agreeing the minimum set of data"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                          | Who                       | Must be given                                                                                     | May be given                                                                                                                                                              | Leads to                            |
        | Agree the minimum set of data | the chair, the vice-chair | What the minimum set of data holds, Takes in what communities report, Decision on the set of data |                                                                                                                                                                           | Arranging horizon scanning          |
        | Move the days                 | the chair, the vice-chair |                                                                                                   | Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Agreeing the minimum set of data    |
        | Close the schedule            | the chair, the vice-chair | Why it was closed                                                                                 |                                                                                                                                                                           | Closed                              |
        | Correct: Title, Note          | the secretary             |                                                                                                   |                                                                                                                                                                           |                                     |
        | Take back the last step       | the secretary, the chair  |                                                                                                   |                                                                                                                                                                           | Setting up how issues are collected |
      And the schedule "First schedule of the Board" should move on in 50 days, or the secretary, the chair are told

    Scenario: What can be done at "Arranging horizon scanning"
      Given the schedule "First schedule of the Board" is at "Arranging horizon scanning"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                             | Who                       | Must be given                                                        | May be given                                                                                                                                                              | Leads to                         |
        | Agree how the horizon is scanned | the chair, the vice-chair | How the horizon is scanned and by whom, Decision on horizon scanning |                                                                                                                                                                           | Choosing behaviours              |
        | Move the days                    | the chair, the vice-chair |                                                                      | Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Arranging horizon scanning       |
        | Close the schedule               | the chair, the vice-chair | Why it was closed                                                    |                                                                                                                                                                           | Closed                           |
        | Correct: Title, Note             | the secretary             |                                                                      |                                                                                                                                                                           |                                  |
        | Take back the last step          | the chair, the vice-chair |                                                                      |                                                                                                                                                                           | Agreeing the minimum set of data |
      And the schedule "First schedule of the Board" should move on in 60 days, or the secretary, the chair are told

    Scenario: What can be done at "Choosing behaviours"
      Given the schedule "First schedule of the Board" is at "Choosing behaviours"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                    | Who                       | Must be given         | May be given                                                                                                                                                              | Leads to                   |
        | Choose the behaviours   | the chair, the vice-chair | Behaviours to work on |                                                                                                                                                                           | Making strategies          |
        | Move the days           | the chair, the vice-chair |                       | Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Choosing behaviours        |
        | Close the schedule      | the chair, the vice-chair | Why it was closed     |                                                                                                                                                                           | Closed                     |
        | Correct: Title, Note    | the secretary             |                       |                                                                                                                                                                           |                            |
        | Take back the last step | the chair, the vice-chair |                       |                                                                                                                                                                           | Arranging horizon scanning |
      And the schedule "First schedule of the Board" should move on in 70 days, or the secretary, the chair are told

    Scenario: What can be done at "Making strategies"
      Given the schedule "First schedule of the Board" is at "Making strategies"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                                 | Who                                      | Must be given     | May be given                                                                                                                                                              | Leads to              |
        | Confirm that strategies are in force | the secretary, the chair, the vice-chair | Next review by    |                                                                                                                                                                           | Monitoring and review |
        | Move the days                        | the chair, the vice-chair                |                   | Membership and meetings settled by, Collection of issues set up by, Minimum set of data agreed by, Horizon scanning arranged by, Behaviours chosen by, Strategies made by | Making strategies     |
        | Close the schedule                   | the chair, the vice-chair                | Why it was closed |                                                                                                                                                                           | Closed                |
        | Correct: Title, Note                 | the secretary                            |                   |                                                                                                                                                                           |                       |
        | Take back the last step              | the chair, the vice-chair                |                   |                                                                                                                                                                           | Choosing behaviours   |
      And the schedule "First schedule of the Board" should move on in 265 days, or the secretary, the chair are told

    Scenario: What can be done at "Monitoring and review"
      Given the schedule "First schedule of the Board" is at "Monitoring and review"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                           | Who                             | Must be given                               | May be given | Leads to              |
        | Record a review                | the secretary, the board member | Findings of the last review, Next review by |              | Monitoring and review |
        | Go back to choosing behaviours | the chair, the vice-chair       | Behaviours chosen by, Strategies made by    |              | Choosing behaviours   |
        | Close the schedule             | the chair, the vice-chair       | Why it was closed                           |              | Closed                |
        | Correct: Title, Note           | the secretary                   |                                             |              |                       |
        | Take back the last step        | the secretary, the chair        |                                             |              | Making strategies     |
      And the schedule "First schedule of the Board" should move on in 365 days, or the secretary, the chair are told

    Scenario: What can be done at "Closed"
      Given the schedule "First schedule of the Board" is at "Closed"
      Then these steps are open to the schedule "First schedule of the Board"
        | Step                 | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Note | the secretary |               |              |          |
