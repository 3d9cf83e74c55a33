Feature: The grant of a programme
  A funder pays for a period, and asks for two products and for a fifth of the money to go into interventions.
  £880,000 from 1 September 2019 until 31 March 2020, and the same again for the year after, are the sums and days of the
  papers (Rutland Health and Wellbeing Board, 2.1 to 2.3). What is spent on what here is invented.

  @H-5.3 @H-5.4 @R-2.1 @R-2.2
  Rule: Money is granted for a period

    Scenario: Money is allotted, and can be spent once the funder has agreed in writing
      Given the grant "Example grant for 2019/20" is at "Closed"
      When the programme lead asks to "Note money that is allotted"
        | Title     | Example grant for 2020/21          |
        | Programme | Example Violence Reduction Network |
        | Funder    | Example Home Office                |
        | Amount    | 880000                             |
        | First day | 1 April 2020                       |
        | Last day  | 31 March 2021                      |
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | money granted | £880,000.00 |
      When the programme lead asks to "Open the grant" for the grant "Example grant for 2020/21"
        | Letter or agreement of the funder | Letter of an invented day |
        | Amount                            | 870000                    |
      Then it is done
      And the programme "Example Violence Reduction Network" shows
        | money granted | £1,750,000.00 |
      And there are 2 products at "Due"
      And the product "PR-003" shows
        | Product | Strategic needs assessment |
        | Due on  | 31 March 2021              |
      And the product "PR-004" shows
        | Product | Response strategy |
        | Due on  | 31 March 2021     |

    Scenario Outline: A period of <days> is <said>
      Given the programme "Example Network" is at "Beside the Board"
      When the programme lead asks to "Note money that is allotted"
        | Title     | Example grant   |
        | Programme | Example Network |
        | Funder    | Example Council |
        | Amount    | 1000            |
        | First day | 1 April 2020    |
        | Last day  | <last>          |
      Then <answer>

      Examples:
        | days           | said        | last          | answer                                                            |
        | one day        | a period    | 1 April 2020  | it is done                                                        |
        | less than none | not one     | 31 March 2020 | it is refused only because "the last day is not before the first" |

    Scenario: Nobody notes money for a programme that is not theirs
      Given the programme "Example Network" is at "Beside the Board"
      When the council officer asks to "Note money that is allotted"
        | Title     | Example grant   |
        | Programme | Example Network |
        | Funder    | Example Council |
        | Amount    | 1000            |
        | First day | 1 April 2020    |
        | Last day  | 1 May 2020      |
      Then it is refused only because "'Note money that is allotted' is for Programme lead of the programme or Secretariat"

    Scenario: The funder gives more time
      Given the grant "Example grant for 2019/20" is at "Open"
      And it is 31 March 2020
      When the programme lead asks to "Note a later last day" for the grant "Example grant for 2019/20"
        | Last day                          | 30 March 2020           |
        | Letter or agreement of the funder | A letter of the same day |
      Then it is refused only because "the new last day has not gone by"
      When the programme lead asks to "Note a later last day" for the grant "Example grant for 2019/20"
        | Last day                          | 30 June 2020            |
        | Letter or agreement of the funder | A letter of the same day |
      Then it is done
      When the secretary asks to correct the product "needs assessment" because "the grant lasts longer"
        | Due on | 30 June 2020 |
      Then it is done
      And the product "needs assessment" should move on by 30 June 2020, or the programme lead is told

    Scenario: A new last day may be the very day
      Given the grant "Example grant for 2019/20" is at "Open"
      When the programme lead asks to "Note a later last day" for the grant "Example grant for 2019/20"
        | Last day                          | today                    |
        | Letter or agreement of the funder | A letter of the same day |
      Then it is done

    Scenario Outline: A grant of <amount> is <said>
      Given the programme "Example Network" is at "Beside the Board"
      When the programme lead asks to "Note money that is allotted"
        | Title     | Example grant   |
        | Programme | Example Network |
        | Funder    | Example Council |
        | Amount    | <amount>        |
        | First day | 1 April 2020    |
        | Last day  | 1 May 2020      |
      Then <answer>

      Examples:
        | amount | said  | answer                                  |
        | 1      | noted | it is done                              |
        | 0.99   | not   | it is sent back because "at least £1" |

  @X-47
  Rule: Only money of an open grant is spent, and never more than it

    Scenario: Money that is only allotted is not spent
      Given the grant "Example grant for 2019/20" is at "Allotted"
      When the programme lead asks to "Record spending"
        | What it paid for | A training day            |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | Something else            |
        | Amount           | 500                       |
        | Paid on          | today                     |
      Then it is refused only because "the grant is open"

    Scenario Outline: Of £880,000, £876,000 being spent, another <amount> is <said>
      Given the grant "Example grant for 2019/20" is ready for "Close"
      When the programme lead asks to "Record spending"
        | What it paid for | All that is left          |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | An intervention           |
        | Amount           | <amount>                  |
        | Paid on          | today                     |
      Then <answer>

      Examples:
        | amount    | said       | answer                                                          |
        | 4000      | spent      | it is done                                                      |
        | 4000.01   | not spent  | it is refused only because "no more is spent than the grant" |

    Scenario: What was struck out can be spent again
      Given the spending "Staff and running costs" is at "Recorded"
      And the programme lead has been able to "Strike out" for the spending "Staff and running costs"
        | Why it was struck out | It was another grant's |
      When the secretary asks to "Record spending"
        | What it paid for | All of it                 |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | The central team          |
        | Amount           | 880000                    |
        | Paid on          | today                     |
      Then it is done
      And the grant "Example grant for 2019/20" shows
        | money spent | £880,000.00 |
      And the programme "Example Violence Reduction Network" shows
        | money spent | £880,000.00 |

    Scenario Outline: An amount of <amount> is <said>
      Given the grant "Example grant for 2019/20" is at "Open"
      When the programme lead asks to "Record spending"
        | What it paid for | A training day            |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | Something else            |
        | Amount           | <amount>                  |
        | Paid on          | today                     |
      Then <answer>

      Examples:
        | amount | said         | answer                                     |
        | 0.01   | recorded     | it is done                                 |
        | 0      | not recorded | it is sent back because "at least £0.01" |

    Scenario: Nobody else spends it
      Given the grant "Example grant for 2019/20" is at "Open"
      When the police officer asks to "Record spending"
        | What it paid for | A training day            |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | Something else            |
        | Amount           | 500                       |
        | Paid on          | today                     |
      Then it is refused only because "'Record spending' is for Programme lead of the grant's programme or Secretariat"

  @H-5.4 @R-2.1
  Rule: It is spent within its period

    Scenario Outline: What was paid on <day> is <said>
      Given the grant "Example grant for 2019/20" is at "Open"
      And it is 2 April 2020
      When the programme lead asks to "Record spending"
        | What it paid for | A training day            |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | Something else            |
        | Amount           | 500                       |
        | Paid on          | <day>                     |
      Then <answer>

      Examples:
        | day              | said         | answer                                                                        |
        | 31 August 2019   | not recorded | it is refused only because "it was not paid before the first day of the grant" |
        | 1 September 2019 | recorded     | it is done                                                                     |
        | 31 March 2020    | recorded     | it is done                                                                     |
        | 1 April 2020     | not recorded | it is refused only because "it was not paid after the last day of the grant"   |

    Scenario: What has yet to be paid is not recorded
      Given the grant "Example grant for 2019/20" is at "Open"
      When the programme lead asks to "Record spending"
        | What it paid for | A training day            |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | Something else            |
        | Amount           | 500                       |
        | Paid on          | in 1 day                  |
      Then it is refused only because "it has been paid"

  @H-5.5 @R-2.3
  Rule: At least a fifth of the grant goes into interventions, or the Board has minuted why not

    Scenario: The share is on show at any time
      Given the grant "Example grant for 2019/20" is at "Open"
      Then the grant "Example grant for 2019/20" shows
        | spent on interventions                       | £0.00   |
        | interventions as a share of the grant        | 0%      |
        | interventions as a share of what is spent    | nothing |
      When the programme lead asks to "Record spending"
        | What it paid for | The central team for a month |
        | Grant            | Example grant for 2019/20    |
        | Purpose          | The central team             |
        | Amount           | 60000                        |
        | Paid on          | today                        |
      And the programme lead asks to "Record spending"
        | What it paid for | Mentors                   |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | An intervention           |
        | Amount           | 20000                     |
        | Paid on          | today                     |
      And the programme lead asks to "Record spending"
        | What it paid for | Mentors, paid twice       |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | An intervention           |
        | Amount           | 20000                     |
        | Paid on          | today                     |
      And the programme lead asks to "Strike out" for the spending "Mentors, paid twice"
        | Why it was struck out | It was paid once |
      Then it is done
      And the grant "Example grant for 2019/20" shows
        | money spent                               | £80,000.00 |
        | spent on interventions                    | £20,000.00 |
        | interventions as a share of what is spent | 25%        |

    Scenario Outline: With <amount> of £880,000 on interventions it is <said>
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the programme lead has been able to "Strike out" for the spending "Mentors in hospital"
        | Why it was struck out | The amount was wrong |
      And the programme lead has been able to "Record spending"
        | What it paid for | Mentors                   |
        | Grant            | Example grant for 2019/20 |
        | Purpose          | An intervention           |
        | Amount           | <amount>                  |
        | Paid on          | today                     |
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then <answer>

      Examples:
        | amount    | said       | answer                                                                                                                |
        | 176000    | closed     | it is done                                                                                                            |
        | 175999.99 | not closed | it is refused only because "at least 20% of the grant went into interventions, or the Board has minuted why not" |

    Scenario Outline: A smaller share is explained by <what>, and the grant is <said>
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the programme lead has been able to "Strike out" for the spending "Mentors in hospital"
        | Why it was struck out | They have not begun |
      And the secretary has been able to "Record a decision"
        | What was decided          | Why so little was spent   |
        | Body that decided         | Prevention Board          |
        | Date of the meeting       | today                     |
        | Minute                    | 2020/50                   |
        | Kind of decision          | An exception to a rule    |
        | What it is about          | Example grant for 2019/20 |
        | Rule that it sets aside   | <rule>                    |
        | Last day of the exception | <until>                   |
        | Reason given              | The hospital was closed   |
      And 1 day passes
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then <answer>

      Examples:
        | what                              | said       | rule                                                 | until    | answer                                                                                                                |
        | a minute                          | closed     | A fifth of a grant goes into interventions           |          | it is done                                                                                                            |
        | a minute that holds on that day   | closed     | A fifth of a grant goes into interventions           | in 1 day | it is done                                                                                                            |
        | a minute that held the day before | not closed | A fifth of a grant goes into interventions           | today    | it is refused only because "at least 20% of the grant went into interventions, or the Board has minuted why not" |
        | a minute on the products          | not closed | The products of a grant are delivered within its period |       | it is refused only because "at least 20% of the grant went into interventions, or the Board has minuted why not" |

    Scenario Outline: A decision that sets no rule aside explains no <what>
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the chair has been able to "Send it back" for the product "response strategy"
        | Changes wanted | Say more of schools |
      And the programme lead has been able to "Strike out" for the spending "Mentors in hospital"
        | Why it was struck out | They have not begun |
      And the secretary has been able to "Record a decision"
        | What was decided        | Something about the grant |
        | Body that decided       | Prevention Board          |
        | Date of the meeting     | today                     |
        | Minute                  | 2020/49                   |
        | Kind of decision        | Something else            |
        | What it is about        | Example grant for 2019/20 |
      And the secretary has been able to "Record a decision"
        | What was decided        | Why that is so            |
        | Body that decided       | Prevention Board          |
        | Date of the meeting     | today                     |
        | Minute                  | 2020/50                   |
        | Kind of decision        | An exception to a rule    |
        | What it is about        | Example grant for 2019/20 |
        | Rule that it sets aside | <rule>                    |
        | Reason given            | The hospital was closed   |
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is refused only because "<because>"

      Examples:
        | what          | rule                                                    | because                                                                                     |
        | share         | The products of a grant are delivered within its period | at least 20% of the grant went into interventions, or the Board has minuted why not          |
        | late product  | A fifth of a grant goes into interventions              | every product was delivered within the period, or the Board has minuted why not             |

    Scenario: A minute that is confirmed explains it, one that is rescinded does not
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the programme lead has been able to "Strike out" for the spending "Mentors in hospital"
        | Why it was struck out | They have not begun |
      And the secretary has been able to "Record a decision"
        | What was decided        | Why so little was spent                    |
        | Body that decided       | Prevention Board                           |
        | Date of the meeting     | today                                      |
        | Minute                  | 2020/50                                    |
        | Kind of decision        | An exception to a rule                     |
        | What it is about        | Example grant for 2019/20                  |
        | Rule that it sets aside | A fifth of a grant goes into interventions |
        | Reason given            | The hospital was closed                    |
      And the chair has been able to "Rescind the decision" for the decision "Why so little was spent"
        | Why it was rescinded | It was open after all |
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is refused only because "at least 20% of the grant went into interventions, or the Board has minuted why not"
      And the grant "Example grant for 2019/20" shows
        | interventions as a share of the grant | 0% |
      When the chair asks to take back the last step of the decision "Why so little was spent" because "it was closed"
      And the chair asks to "Confirm the minutes" for the decision "Why so little was spent"
      And the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is done

  @H-5.5 @R-2.3
  Rule: The products are delivered within the period, or the Board has minuted why not

    Scenario: Drafts are not enough
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the chair has been able to "Send it back" for the product "response strategy"
        | Changes wanted | Say more of schools |
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is refused only because "every product was delivered within the period, or the Board has minuted why not"
      And the grant "Example grant for 2019/20" shows
        | products not delivered within the period | Response strategy |

    Scenario: A product that has been accepted counts
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the funder's officer has been able to "Accept" for the product "response strategy"
      Then the product "response strategy" shows
        | Delivered on | today |
        | Accepted on  | today |
      When the vice-chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is done

    Scenario Outline: A product of <day> is <said>
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the chair has been able to "Send it back" for the product "response strategy"
        | Changes wanted | Say more of schools |
      And it is <day>
      And the programme lead has been able to "Deliver" for the product "response strategy"
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then <answer>

      Examples:
        | day           | said     | answer                                                                                                               |
        | 31 March 2020 | in time  | it is done                                                                                                           |
        | 1 April 2020  | too late | it is refused only because "every product was delivered within the period, or the Board has minuted why not" |

    Scenario Outline: A product that is late is explained by <what>, and the grant is <said>
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the chair has been able to "Send it back" for the product "response strategy"
        | Changes wanted | Say more of schools |
      And the secretary has been able to "Record a decision"
        | What was decided          | Why the strategy is late  |
        | Body that decided         | Prevention Board          |
        | Date of the meeting       | today                     |
        | Minute                    | 2020/51                   |
        | Kind of decision          | An exception to a rule    |
        | What it is about          | Example grant for 2019/20 |
        | Rule that it sets aside   | <rule>                    |
        | Last day of the exception | <until>                   |
        | Reason given              | Schools were closed       |
      And 1 day passes
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then <answer>

      Examples:
        | what                              | said       | rule                                                 | until    | answer                                                                                                               |
        | a minute                          | closed     | The products of a grant are delivered within its period |       | it is done                                                                                                           |
        | a minute that holds on that day   | closed     | The products of a grant are delivered within its period | in 1 day | it is done                                                                                                        |
        | a minute that held the day before | not closed | The products of a grant are delivered within its period | today | it is refused only because "every product was delivered within the period, or the Board has minuted why not" |
        | a minute on the share             | not closed | A fifth of a grant goes into interventions           |          | it is refused only because "every product was delivered within the period, or the Board has minuted why not" |

    Scenario: A minute on the products that is confirmed explains it, one that is rescinded does not
      Given the grant "Example grant for 2019/20" is ready for "Close"
      And the chair has been able to "Send it back" for the product "response strategy"
        | Changes wanted | Say more of schools |
      And the secretary has been able to "Record a decision"
        | What was decided        | Why the strategy is late                                |
        | Body that decided       | Prevention Board                                        |
        | Date of the meeting     | today                                                   |
        | Minute                  | 2020/51                                                 |
        | Kind of decision        | An exception to a rule                                  |
        | What it is about        | Example grant for 2019/20                               |
        | Rule that it sets aside | The products of a grant are delivered within its period |
        | Reason given            | Schools were closed                                     |
      And the chair has been able to "Rescind the decision" for the decision "Why the strategy is late"
        | Why it was rescinded | They were open after all |
      When the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is refused only because "every product was delivered within the period, or the Board has minuted why not"
      When the chair asks to take back the last step of the decision "Why the strategy is late" because "they were closed"
      And the chair asks to "Confirm the minutes" for the decision "Why the strategy is late"
      And the chair asks to "Close" for the grant "Example grant for 2019/20"
        | How it was accounted for | The accounts are with the funder |
      Then it is done
      When the programme lead asks to "Deliver" for the product "response strategy"
      Then it is refused only because "the grant is open"

  @X-48
  Rule: What was accounted for stays so

    Scenario: Nothing is struck out once the grant is closed
      Given the grant "Example grant for 2019/20" is at "Closed"
      When the programme lead asks to "Strike out" for the spending "Mentors in hospital"
        | Why it was struck out | They have not begun |
      Then it is refused only because "the grant has not been closed"

  @X-50
  Rule: Whoever delivers a product does not accept it

    Scenario: The lead of the programme has become vice-chair and still does not accept what the lead delivered
      Given the product "needs assessment" is at "Delivered"
      And the secretary has been able to "Appoint to an office"
        | Office | Vice-chair               |
        | Person | Dee Example              |
        | Body   | Example Prevention Board |
      When the programme lead asks to "Accept" for the product "needs assessment"
      Then it is refused only because "'Accept' is not for whoever made 'Deliver'"

  @X-47
  Rule: What can be done with spending at each stage, and by whom

    Scenario: How spending comes about
      Then a spending is opened by these steps
        | Step            | Who           | Must be given                                     | May be given  | Leads to |
        | Record spending | the secretary | What it paid for, Grant, Purpose, Amount, Paid on | Project, Note | Recorded |

    Scenario: What can be done with spending that is at 'Recorded'
      Given the spending "Example youth work" is at "Recorded"
      Then these steps are open to the spending "Example youth work"
        | Step                                     | Who                               | Must be given         | May be given | Leads to   |
        | Strike out                               | the secretary, the programme lead | Why it was struck out |              | Struck out |
        | Correct: What it paid for, Project, Note | the secretary, the programme lead | What it paid for      |              |            |

    Scenario: What can be done with spending that is at 'Struck out'
      Given the spending "Example youth work" is at "Struck out"
      Then these steps are open to the spending "Example youth work"
        | Step                                     | Who                               | Must be given    | May be given | Leads to |
        | Correct: What it paid for, Project, Note | the secretary, the programme lead | What it paid for |              |          |

  @H-5.5
  Rule: What can be done with a product at each stage, and by whom

    Scenario: How a product comes about
      Then a product is opened by these steps
        | Step              | Who    | Must be given                 | May be given | Leads to |
        | Require a product | nobody | Title, Grant, Product, Due on |              | Due      |

    Scenario: What can be done with a product that is at 'Due'
      Given the grant "Example grant for 2019/20" is at "Open"
      Then these steps are open to the product "needs assessment"
        | Step                                   | Who                               | Must be given    | May be given | Leads to |
        | Note that it is drafted                | the programme lead                | Where it is kept |              | Drafted  |
        | Correct: Title, Where it is kept, Note | the secretary, the programme lead | Title            |              |          |
        | Correct: Due on                        | the secretary                     | Due on           |              |          |
      And the product "needs assessment" should move on by 31 March 2020, or the programme lead is told

    Scenario: What can be done with a product that is at 'Drafted'
      Given the product "needs assessment" is at "Drafted"
      Then these steps are open to the product "needs assessment"
        | Step                                   | Who                               | Must be given | May be given     | Leads to  |
        | Deliver                                | the programme lead                |               | Where it is kept | Delivered |
        | Correct: Title, Where it is kept, Note | the secretary, the programme lead | Title         |                  |           |
        | Correct: Due on                        | the secretary                     | Due on        |                  |           |
        | Take back the last step                | the programme lead                |               |                  | Due       |
      And the product "needs assessment" should move on by 31 March 2020, or the programme lead is told

    Scenario: What can be done with a product that is at 'Delivered'
      Given the product "needs assessment" is at "Delivered"
      Then these steps are open to the product "needs assessment"
        | Step                                   | Who                                             | Must be given  | May be given | Leads to |
        | Send it back                           | the chair, the vice-chair, the funder's officer | Changes wanted |              | Drafted  |
        | Accept                                 | the chair, the vice-chair, the funder's officer |                |              | Accepted |
        | Correct: Title, Where it is kept, Note | the secretary, the programme lead               | Title          |              |          |
        | Take back the last step                | the programme lead                              |                |              | Drafted  |
      And the product "needs assessment" should move on by 4 February 2020, or the funder's officer, the programme lead are told

    Scenario: What can be done with a product that is at 'Accepted'
      Given the product "needs assessment" is at "Accepted"
      Then these steps are open to the product "needs assessment"
        | Step                                   | Who                               | Must be given | May be given | Leads to  |
        | Correct: Title, Where it is kept, Note | the secretary, the programme lead | Title         |              |           |
        | Take back the last step                | the chair, the vice-chair         |               |              | Delivered |

  @H-5.3
  Rule: What can be done with a grant at each stage, and by whom

    Scenario: How a grant comes about
      Then a grant is opened by these steps
        | Step                        | Who           | Must be given                                         | May be given | Leads to |
        | Note money that is allotted | the secretary | Title, Programme, Funder, Amount, First day, Last day | Note         | Allotted |

    Scenario: What can be done with a grant that is at 'Allotted'
      Given the grant "Example grant for 2019/20" is at "Allotted"
      Then these steps are open to the grant "Example grant for 2019/20"
        | Step                                 | Who                               | Must be given                     | May be given | Leads to        |
        | Open the grant                       | the secretary, the programme lead | Letter or agreement of the funder | Amount       | Open            |
        | Note that it came to nothing         | the secretary, the programme lead | Why it came to nothing            |              | Came to nothing |
        | Correct: Title, Note                 | the secretary, the programme lead | Title                             |              |                 |
        | Correct: Amount, First day, Last day | the secretary                     | Amount, First day, Last day       |              |                 |
      And the grant "Example grant for 2019/20" should move on by 1 September 2019, or the programme lead is told

    Scenario: What can be done with a grant that is at 'Open'
      Given the grant "Example grant for 2019/20" is at "Open"
      Then these steps are open to the grant "Example grant for 2019/20"
        | Step                  | Who                               | Must be given                               | May be given | Leads to |
        | Note a later last day | the secretary, the programme lead | Last day, Letter or agreement of the funder |              | Open     |
        | Close                 | the chair, the vice-chair         | How it was accounted for                    |              | Closed   |
        | Correct: Title, Note  | the secretary, the programme lead | Title                                       |              |          |
      And the grant "Example grant for 2019/20" should move on by 31 March 2020, or the programme lead, the chair are told

    Scenario: What can be done with a grant that is at 'Closed'
      Given the grant "Example grant for 2019/20" is at "Closed"
      Then these steps are open to the grant "Example grant for 2019/20"
        | Step                    | Who                               | Must be given | May be given | Leads to |
        | Correct: Title, Note    | the secretary, the programme lead | Title         |              |          |
        | Take back the last step | the chair, the vice-chair         |               |              | Open     |

    Scenario: What can be done with a grant that is at 'Came to nothing'
      Given the grant "Example grant for 2019/20" is at "Allotted"
      And the programme lead has been able to "Note that it came to nothing" for the grant "Example grant for 2019/20"
        | Why it came to nothing | The fund has been cut |
      Then these steps are open to the grant "Example grant for 2019/20"
        | Step                    | Who                               | Must be given | May be given | Leads to |
        | Correct: Title, Note    | the secretary, the programme lead | Title         |              |          |
        | Take back the last step | the secretary                     |               |              | Allotted |

    Scenario: What can be done with a grant that has just been given more time
      Given the grant "Example grant for 2019/20" is at "Open"
      And the programme lead has been able to "Note a later last day" for the grant "Example grant for 2019/20"
        | Last day                          | 30 June 2020             |
        | Letter or agreement of the funder | A letter of the same day |
      Then these steps are open to the grant "Example grant for 2019/20"
        | Step                    | Who                               | Must be given                               | May be given | Leads to |
        | Note a later last day   | the secretary, the programme lead | Last day, Letter or agreement of the funder |              | Open     |
        | Close                   | the chair, the vice-chair         | How it was accounted for                    |              | Closed   |
        | Correct: Title, Note    | the secretary, the programme lead | Title                                       |              |          |
        | Take back the last step | the secretary                     |                                             |              | Open     |
