Feature: What can be done with a zone at each stage, and by whom
  A zone goes through its stages one after the other. At each, some people can do some things, and nothing else
  can be done.

  @C-1
  Rule: Each stage opens the steps that belong to it, and no others

    Scenario: How a zone is opened
      Then a zone is opened by these steps
        | Step                                   | Who                                                        | Must be given                                                  | May be given | Leads to   |
        | Propose a zone                         | the secretary, the chair, the vice-chair, the board member | Name, Behaviour, How the place was found                       | Note         | Proposed   |
        | Take over a zone from an earlier board | the secretary                                              | Name, Communities, Board that set it up, Day on which it began | Note         | Taken over |

    Scenario: What can be done with a zone that is at "Proposed"
      Given the zone "Example Wharf" is at "Proposed"
      Then these steps are open to the zone "Example Wharf"
        | Step                                         | Who                                                        | Must be given                | May be given            | Leads to           |
        | Choose another behaviour                     | the secretary, the chair, the vice-chair, the board member | Behaviour                    | How the place was found | Proposed           |
        | Confirm the analysis and choose the measure  | the secretary, the board member                            | Measure, Which way is better |                         | Behaviour analysed |
        | Withdraw the proposal                        | the chair, the vice-chair, the board member                | Why it ended                 |                         | Withdrawn          |
        | Correct: Name, Note, How the place was found | the secretary                                              | Name                         |                         |                    |
      And the zone "Example Wharf" should move on in 90 days, or the secretary is told

    Scenario: What can be done with a zone that is at "Behaviour analysed"
      Given the zone "Example Wharf" is at "Behaviour analysed"
      Then these steps are open to the zone "Example Wharf"
        | Step                                                                       | Who                                                        | Must be given | May be given            | Leads to             |
        | Choose another behaviour                                                   | the secretary, the chair, the vice-chair, the board member | Behaviour     | How the place was found | Proposed             |
        | Identify the communities                                                   | the secretary, the board member                            | Communities   |                         | Community identified |
        | Withdraw the proposal                                                      | the chair, the vice-chair, the board member                | Why it ended  |                         | Withdrawn            |
        | Correct: Name, Note, How the place was found, Measure, Which way is better | the secretary                                              | Name          |                         |                      |
        | Take back the last step                                                    | the secretary                                              |               |                         | Proposed             |
      And the zone "Example Wharf" should move on in 60 days, or the secretary is told

    Scenario: What can be done with a zone that is at "Community identified"
      Given the zone "Example Wharf" is at "Community identified"
      Then these steps are open to the zone "Example Wharf"
        | Step                                              | Who                                                        | Must be given                                          | May be given            | Leads to           |
        | Choose another behaviour                          | the secretary, the chair, the vice-chair, the board member | Behaviour                                              | How the place was found | Proposed           |
        | Commission the zone                               | the chair, the vice-chair                                  | Strategy, Agencies required, Decision to commission it |                         | Commissioned       |
        | Withdraw the proposal                             | the chair, the vice-chair, the board member                | Why it ended                                           |                         | Withdrawn          |
        | Correct: Name, Note, Measure, Which way is better | the secretary                                              | Name                                                   |                         |                    |
        | Take back the last step                           | the secretary                                              |                                                        |                         | Behaviour analysed |
      And the zone "Example Wharf" should move on by no day, or the secretary, the chair are told

    Scenario: What can be done with a zone that is at "Commissioned"
      Given the zone "Example Wharf" is at "Commissioned"
      Then these steps are open to the zone "Example Wharf"
        | Step                                                                                                   | Who                                         | Must be given                                               | May be given              | Leads to           |
        | Record how the community agreed                                                                        | the secretary                               | How the community agreed, Day on which the community agreed | What the community agreed | Commissioned       |
        | Confirm that commitment is secured                                                                     | the secretary, the chair, the vice-chair    |                                                             |                           | Commitment secured |
        | Withdraw the proposal                                                                                  | the chair, the vice-chair, the board member | Why it ended                                                |                           | Withdrawn          |
        | Correct: Name, Note, Measure, Which way is better, How the community agreed, What the community agreed | the secretary                               | Name                                                        |                           |                    |
      And the zone "Example Wharf" should move on in 120 days, or the secretary, the chair are told

    Scenario: What can be done with a zone that is at "Commitment secured"
      Given the zone "Example Wharf" is at "Commitment secured"
      Then these steps are open to the zone "Example Wharf"
        | Step                                              | Who                                         | Must be given        | May be given | Leads to     |
        | Go back to seeking commitment                     | the secretary, the chair, the vice-chair    |                      | Note         | Commissioned |
        | Give the go-ahead                                 | the chair, the vice-chair                   | Decision to go ahead |              | Going ahead  |
        | Withdraw the proposal                             | the chair, the vice-chair, the board member | Why it ended         |              | Withdrawn    |
        | Correct: Name, Note, Measure, Which way is better | the secretary                               | Name                 |              |              |
        | Take back the last step                           | the secretary                               |                      |              | Commissioned |
      And the zone "Example Wharf" should move on by no day, or the chair, the secretary are told

    Scenario: What can be done with a zone that is at "Going ahead"
      Given the zone "Example Wharf" is at "Going ahead"
      Then these steps are open to the zone "Example Wharf"
        | Step                                              | Who                       | Must be given       | May be given | Leads to           |
        | Confirm that the roles are filled                 | the secretary             |                     |              | Roles assigned     |
        | Suspend                                           | the chair, the vice-chair | Why it is suspended |              | Suspended          |
        | Close                                             | the chair, the vice-chair | Why it ended        |              | Closed             |
        | Correct: Name, Note, Measure, Which way is better | the secretary             | Name                |              |                    |
        | Take back the last step                           | the chair, the vice-chair |                     |              | Commitment secured |
      And the zone "Example Wharf" should move on in 60 days, or the secretary is told

    Scenario: What can be done with a zone that is at "Roles assigned"
      Given the zone "Example Wharf" is at "Roles assigned"
      Then these steps are open to the zone "Example Wharf"
        | Step                                              | Who                             | Must be given          | May be given | Leads to       |
        | Issue the toolkit to both sides                   | the secretary, the co-ordinator | Edition of the toolkit |              | Toolkit issued |
        | Suspend                                           | the chair, the vice-chair       | Why it is suspended    |              | Suspended      |
        | Close                                             | the chair, the vice-chair       | Why it ended           |              | Closed         |
        | Correct: Name, Note, Measure, Which way is better | the secretary                   | Name                   |              |                |
        | Take back the last step                           | the secretary                   |                        |              | Going ahead    |
      And the zone "Example Wharf" should move on in 28 days, or the co-ordinator, the secretary are told

    Scenario: What can be done with a zone that is at "Toolkit issued"
      Given the zone "Example Wharf" is at "Toolkit issued"
      Then these steps are open to the zone "Example Wharf"
        | Step                                              | Who                             | Must be given       | May be given | Leads to  |
        | Start work                                        | the secretary, the co-ordinator |                     |              | Active    |
        | Suspend                                           | the chair, the vice-chair       | Why it is suspended |              | Suspended |
        | Close                                             | the chair, the vice-chair       | Why it ended        |              | Closed    |
        | Correct: Name, Note, Measure, Which way is better | the secretary                   | Name                |              |           |
      And the zone "Example Wharf" should move on in 60 days, or the co-ordinator is told

    Scenario: What can be done with a zone that is at "Active"
      Given the zone "Example Wharf" is at "Active"
      Then these steps are open to the zone "Example Wharf"
        | Step                            | Who                                      | Must be given       | May be given | Leads to       |
        | Note that it has been evaluated | the secretary, the chair, the vice-chair | Evaluation          |              | Evaluated      |
        | Suspend                         | the chair, the vice-chair                | Why it is suspended |              | Suspended      |
        | Close                           | the chair, the vice-chair                | Why it ended        |              | Closed         |
        | Correct: Name, Note             | the secretary                            | Name                |              |                |
        | Take back the last step         | the secretary                            |                     |              | Toolkit issued |
      And the zone "Example Wharf" should move on in 365 days, or the secretary, the co-ordinator are told

    Scenario: What can be done with a zone that is at "Evaluated"
      Given the zone "Example Wharf" is at "Evaluated"
      Then these steps are open to the zone "Example Wharf"
        | Step                                 | Who                       | Must be given            | May be given | Leads to |
        | Carry on after an interim evaluation | the chair, the vice-chair |                          |              | Active   |
        | Give it another term                 | the chair, the vice-chair | Decision on another term |              | Renewed  |
        | Close                                | the chair, the vice-chair | Why it ended             |              | Closed   |
        | Correct: Name, Note                  | the secretary             | Name                     |              |          |
        | Take back the last step              | the secretary             |                          |              | Active   |
      And the zone "Example Wharf" should move on by no day, or the chair, the secretary are told

    Scenario: What can be done with a zone that is at "Renewed"
      Given the zone "Example Wharf" is at "Renewed"
      Then these steps are open to the zone "Example Wharf"
        | Step                | Who                             | Must be given | May be given | Leads to |
        | Begin the new term  | the secretary, the co-ordinator |               |              | Active   |
        | Close               | the chair, the vice-chair       | Why it ended  |              | Closed   |
        | Correct: Name, Note | the secretary                   | Name          |              |          |
      And the zone "Example Wharf" should move on in 60 days, or the co-ordinator, the secretary are told

    Scenario: What can be done with a zone that is at "Suspended"
      Given the zone "Example Wharf" is at "Suspended"
      Then these steps are open to the zone "Example Wharf"
        | Step                    | Who                       | Must be given | May be given | Leads to |
        | Resume                  | the chair, the vice-chair |               | Note         | Active   |
        | Close                   | the chair, the vice-chair | Why it ended  |              | Closed   |
        | Correct: Name, Note     | the secretary             | Name          |              |          |
        | Take back the last step | the chair, the vice-chair |               |              | Active   |
      And the zone "Example Wharf" should move on in 90 days, or the chair, the secretary are told

    Scenario: What can be done with a zone that is at "Taken over"
      Given the zone "Example Wharf" is at "Taken over"
      Then these steps are open to the zone "Example Wharf"
        | Step                                                             | Who                                                        | Must be given                      | May be given | Leads to |
        | Take it through this model                                      | the secretary, the chair, the vice-chair, the board member | Behaviour, How the place was found |              | Proposed |
        | Close                                                            | the chair, the vice-chair                                  | Why it ended                       |              | Closed   |
        | Correct: Name, Note, Board that set it up, Day on which it began | the secretary                                              | Name                               |              |          |
      And the zone "Example Wharf" should move on in 365 days, or the secretary is told

    Scenario: What can be done with a zone that is at "Withdrawn"
      Given the zone "Example Wharf" is at "Withdrawn"
      Then these steps are open to the zone "Example Wharf"
        | Step                    | Who                       | Must be given | May be given | Leads to     |
        | Correct: Name, Note     | the secretary             | Name          |              |              |
        | Take back the last step | the chair, the vice-chair |               |              | Commissioned |

    Scenario: What can be done with a zone that is at "Closed"
      Given the zone "Example Wharf" is at "Closed"
      Then these steps are open to the zone "Example Wharf"
        | Step                    | Who                       | Must be given | May be given | Leads to  |
        | Correct: Name, Note     | the secretary             | Name          |              |           |
        | Take back the last step | the chair, the vice-chair |               |              | Evaluated |

    @B-3.3
    Scenario: What can be done once it is on record how the community agreed
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      When the first leader asks to "Record how the community agreed" for the zone "Example Wharf"
        | How the community agreed          | By a statement of its leaders |
        | Day on which the community agreed | today                         |
      Then it is done
      And these steps are open to the zone "Example Wharf"
        | Step                                                                                                   | Who                                         | Must be given                                               | May be given              | Leads to           |
        | Record how the community agreed                                                                        | the secretary, the first leader             | How the community agreed, Day on which the community agreed | What the community agreed | Commissioned       |
        | Confirm that commitment is secured                                                                     | the secretary, the chair, the vice-chair    |                                                             |                           | Commitment secured |
        | Withdraw the proposal                                                                                  | the chair, the vice-chair, the board member | Why it ended                                                |                           | Withdrawn          |
        | Correct: Name, Note, Measure, Which way is better, How the community agreed, What the community agreed | the secretary                               | Name                                                        |                           |                    |
        | Take back the last step                                                                                | the secretary                               |                                                             |                           | Commissioned       |
      When the secretary asks to take back the last step of the zone "Example Wharf" because "it was another community"
      Then it is done
      And the zone "Example Wharf" shows
        | How the community agreed | At a public meeting |

    @B-3.4
    Scenario: What can be done once the roles are filled
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      Then these steps are open to the zone "Example Wharf"
        | Step                                              | Who                                                 | Must be given       | May be given | Leads to           |
        | Confirm that the roles are filled                 | the secretary, the police officer, the co-ordinator |                     |              | Roles assigned     |
        | Suspend                                           | the chair, the vice-chair                           | Why it is suspended |              | Suspended          |
        | Close                                             | the chair, the vice-chair                           | Why it ended        |              | Closed             |
        | Correct: Name, Note, Measure, Which way is better | the secretary                                       | Name                |              |                    |
        | Take back the last step                           | the chair, the vice-chair                           |                     |              | Commitment secured |
