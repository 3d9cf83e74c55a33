Feature: Progress told to each authority's area
  How far the programme has come, and what that means for one authority's area, goes to that area's own board.

  @R-3.1 @R-4.1
  Rule: Each area hears what the programme means for it, in every reporting period

    Scenario: It is seen which areas have not been reported to in this period
      Given the progress report "Example report for Rutland" is at "Drafted"
      Then the programme "Example Violence Reduction Network" shows
        | areas not yet reported to in this period | Leicester, Leicestershire, Rutland |
      When the programme lead asks to "Revise" for the progress report "Example report for Rutland"
        | What it means for the area | Two of its schools may take part |
      And the programme lead asks to "Send it to the area's board" for the progress report "Example report for Rutland"
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | areas not yet reported to in this period | Leicester, Leicestershire |
      When the secretary asks to "Note that it was received" for the progress report "Example report for Rutland"
        | Received on          | today    |
        | Minute of that board | Minute 9 |
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | areas not yet reported to in this period | Leicester, Leicestershire |

    Scenario: A report that was sent and dropped counts for nothing
      Given the progress report "Example report for Rutland" is at "Sent"
      And the programme lead has been able to "Drop" for the progress report "Example report for Rutland"
      Then the programme "Example Violence Reduction Network" shows
        | areas not yet reported to in this period | Leicester, Leicestershire, Rutland |

    Scenario Outline: A period that begins <when> the report <counts>
      Given the progress report "Example report for Rutland" is at "Sent"
      And the programme lead has been able to "Begin a reporting period" for the programme "Example Violence Reduction Network"
        | First day of the reporting period | <day> |
      Then the programme "Example Violence Reduction Network" shows
        | areas not yet reported to in this period | <areas> |

      Examples:
        | when               | counts          | day      | areas                              |
        | on the day of      | counts          | today    | Leicester, Leicestershire          |
        | the day after      | counts no more  | in 1 day | Leicester, Leicestershire, Rutland |

    Scenario: A report that says nothing of the area is not sent
      Given the progress report "Example report for Rutland" is ready for "Revise"
      When the programme lead asks to "Send it to the area's board" for the progress report "Example report for Rutland"
      Then it is refused only because "it says what it means for the area"

    Scenario Outline: A report that was sent on one day is <said> as received <when>
      Given the progress report "Example report for Rutland" is at "Sent"
      When the programme lead asks to "Note that it was received" for the progress report "Example report for Rutland"
        | Received on          | <day>    |
        | Minute of that board | Minute 9 |
      Then <answer>

      Examples:
        | said     | when           | day        | answer                                                             |
        | noted    | the same day   | today      | it is done                                                         |
        | not noted | the day before | 1 day ago | it is refused only because "it was not received before it was sent" |
        | not noted | the day after  | in 1 day   | it is refused only because "that board has met"                    |

    Scenario: Nobody else writes it
      Given the programme "Example Network" is at "Beside the Board"
      When the secretary asks to "Draft a progress report"
        | Title               | Example report                     |
        | Programme           | Example Network                    |
        | Area                | Leicester                          |
        | Board that it goes to | The health and wellbeing board   |
        | Progress so far     | Much                               |
      Then it is refused only because "'Draft a progress report' is for Programme lead of the programme"

  @R-3.1
  Rule: What can be done with a progress report at each stage, and by whom

    Scenario: How a progress report comes about
      Then a progress report is opened by these steps
        | Step                    | Who    | Must be given                                                  | May be given                     | Leads to |
        | Draft a progress report | nobody | Title, Programme, Area, Board that it goes to, Progress so far | What it means for the area, Note | Drafted  |

    Scenario: What can be done with a progress report that is at 'Drafted'
      Given the progress report "Example report for Rutland" is at "Drafted"
      Then these steps are open to the progress report "Example report for Rutland"
        | Step                                        | Who                               | Must be given                | May be given                                | Leads to |
        | Revise                                      | the programme lead                |                              | Progress so far, What it means for the area | Drafted  |
        | Send it to the area's board                 | the programme lead                |                              |                                             | Sent     |
        | Drop                                        | the programme lead                |                              | Note                                        | Dropped  |
        | Correct: Title, Board that it goes to, Note | the secretary, the programme lead | Title, Board that it goes to |                                             |          |
      And the progress report "Example report for Rutland" should move on by 4 February 2020, or the programme lead is told

    Scenario: What can be done with a progress report that is at 'Sent'
      Given the progress report "Example report for Rutland" is at "Sent"
      Then these steps are open to the progress report "Example report for Rutland"
        | Step                                        | Who                               | Must be given                     | May be given | Leads to |
        | Note that it was received                   | the secretary, the programme lead | Received on, Minute of that board |              | Received |
        | Drop                                        | the programme lead                |                                   | Note         | Dropped  |
        | Correct: Title, Board that it goes to, Note | the secretary, the programme lead | Title, Board that it goes to      |              |          |
        | Take back the last step                     | the programme lead                |                                   |              | Drafted  |
      And the progress report "Example report for Rutland" should move on by 6 April 2020, or the programme lead is told

    Scenario: What can be done with a progress report that is at 'Received'
      Given the progress report "Example report for Rutland" is at "Received"
      Then these steps are open to the progress report "Example report for Rutland"
        | Step                                        | Who                               | Must be given                | May be given | Leads to |
        | Correct: Title, Board that it goes to, Note | the secretary, the programme lead | Title, Board that it goes to |              |          |
        | Take back the last step                     | the secretary, the programme lead |                              |              | Sent     |

    Scenario: What can be done with a progress report that is at 'Dropped'
      Given the progress report "Example report for Rutland" is at "Sent"
      And the programme lead has been able to "Drop" for the progress report "Example report for Rutland"
      Then these steps are open to the progress report "Example report for Rutland"
        | Step                                        | Who                               | Must be given                | May be given | Leads to |
        | Correct: Title, Board that it goes to, Note | the secretary, the programme lead | Title, Board that it goes to |              |          |
