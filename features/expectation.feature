Feature: What the Board expects of each area
  What is on offer at the lower tiers differs from place to place. So the Board says what it expects in the area
  of each upper-tier authority, looks at what runs there, and says how far the area has come.

  @S-7.2
  Rule: The Board sets what it expects of each place and reviews it

    Scenario: An expectation is set, something is begun, and the review finds it met
      Given the expectation "Generic work in the example county" is at "Met"
      Then the expectation "Generic work in the example county" shows
        | Account of the authority                              | Street games now run every week. |
        | generic initiatives running in the area               | 2                                |
        | communities that no generic initiative names          | none                             |
        | yearly cost of all tiers in the area                  | £100,000.00                      |
        | share of the yearly cost that goes to the lower tiers | 40%                              |

    Scenario: Nothing is expected of a body that is no authority
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Draft an expectation"
        | Title                        | Generic work by the police |
        | Upper-tier authority         | Example Police             |
        | What is expected             | Something for the young    |
        | Generic initiatives at least | 1                          |
      Then it is refused only because "the agency is an authority"

    Scenario: With fewer initiatives than expected it is not met
      Given the expectation "Generic work in the example county" is ready for "Find that it is met"
      And the county officer has been able to "End" for the initiative "Example homework club"
        | Why it ended | Nobody came |
      When the board member asks to "Find that it is met" for the expectation "Generic work in the example county"
        | Findings of the review | Something runs |
        | Review on              | in 365 days    |
      Then it is refused only because "as many generic initiatives as expected run in the area"
      When the board member asks to "Find that it falls short" for the expectation "Generic work in the example county"
        | How far it is met      | Partly met      |
        | Findings of the review | One of two runs |
        | Review on              | in 90 days      |
      Then it is done
      And the expectation "Generic work in the example county" is at "Fallen short"

    Scenario: What has fallen short is found to be met later
      Given the expectation "Generic work in the example county" is at "Fallen short"
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Example street games   |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Communities that it reaches                   | Example Quay           |
        | Cost in a year                                | 100                    |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Example homework club  |
        | Tier                                          | Tier 1, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
      When the secretary asks to "Find that it is met" for the expectation "Generic work in the example county"
        | Findings of the review | Something runs |
        | Review on              | in 365 days    |
      Then it is done
      And the expectation "Generic work in the example county" is at "Met"

    Scenario: When an initiative ends it shows that the expectation is no longer met
      Given the expectation "Generic work in the example county" is at "Met"
      When the county officer asks to "End" for the initiative "Example homework club"
        | Why it ended | Nobody came |
      Then it is done
      And the expectation "Generic work in the example county" is in breach because "as many generic initiatives as expected run in the area" since today

    Scenario: The last day of an initiative shows in the same way
      Given the expectation "Generic work in the example county" is at "Met"
      And the county officer has been able to "Change its last day" for the initiative "Example homework club"
        | Last day | in 20 days |
      When 20 days pass
      Then the expectation "Generic work in the example county" is not in breach
      When 1 day passes
      Then the expectation "Generic work in the example county" is in breach because "as many generic initiatives as expected run in the area" since today

    Scenario: What runs in an area is counted tier by tier
      Given the expectation "Generic work in the example county" is at "In force"
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Games                  |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Clubs                  |
        | Tier                                          | Tier 1, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Street party                |
        | Tier                                          | Lower tiers, not told apart |
        | Provider                                      | Example County Council      |
        | Upper-tier authorities in whose areas it runs | Example County Council      |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Provider                                      | Example County Council   |
        | Upper-tier authorities in whose areas it runs | Example County Council   |
        | Behaviour it is aimed at                      | Threats on example buses |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Provider                                      | Example County Council         |
        | Upper-tier authorities in whose areas it runs | Example County Council         |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the county officer has been able to "Plan an initiative"
        | Name                                          | Summer camp            |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Elsewhere              |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example Council        |
      Then the expectation "Generic work in the example county" shows
        | generic initiatives running in the area            | 3                               |
        | tiers at which nothing is known to run in the area | Tier 3 (aimed at the behaviour) |

    Scenario: Tiers at which something is only planned, has ended or runs elsewhere count as empty
      Given the expectation "Generic work in the example county" is at "In force"
      And the county officer has been able to "Plan an initiative"
        | Name                                          | Summer camp            |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Elsewhere              |
        | Tier                                          | Tier 1, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example Council        |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Provider                                      | Example County Council         |
        | Upper-tier authorities in whose areas it runs | Example County Council         |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Last day                                      | in 10 days                     |
        | Cost in a year                                | 500                            |
      And the county officer has been able to "Record what it costs in a year" for the initiative "Summer camp"
        | Cost in a year | 70 |
      And the secretary has been able to "Record what it costs in a year" for the initiative "Elsewhere"
        | Cost in a year | 60 |
      Then the expectation "Generic work in the example county" shows
        | tiers at which nothing is known to run in the area | Tier 0 (generic), Tier 1 (generic), Tier 3 (aimed at the behaviour) |
        | yearly cost of all tiers in the area               | £500.00                                                             |
      When 11 days pass
      Then the expectation "Generic work in the example county" shows
        | tiers at which nothing is known to run in the area | Tier 0 (generic), Tier 1 (generic), Tier 2 (aimed at the behaviour), Tier 3 (aimed at the behaviour) |
        | yearly cost of all tiers in the area               | £0.00                                                                                                |

    Scenario: What the lower tiers cost is added up
      Given the expectation "Generic work in the example county" is at "In force"
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Games                  |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Cost in a year                                | 1                      |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Clubs                  |
        | Tier                                          | Tier 1, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Cost in a year                                | 10                     |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Street party                |
        | Tier                                          | Lower tiers, not told apart |
        | Provider                                      | Example County Council      |
        | Upper-tier authorities in whose areas it runs | Example County Council      |
        | Cost in a year                                | 100                         |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Talks                  |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Cost in a year                                | 1000                   |
        | Last day                                      | in 10 days             |
      And the county officer has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Provider                                      | Example County Council         |
        | Upper-tier authorities in whose areas it runs | Example County Council         |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Cost in a year                                | 10000                          |
      And the county officer has been able to "Plan an initiative"
        | Name                                          | Summer camp            |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Cost in a year                                | 3                      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Elsewhere              |
        | Tier                                          | Tier 0, generic        |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example Council        |
        | Cost in a year                                | 5                      |
      Then the expectation "Generic work in the example county" shows
        | yearly cost of the lower tiers in the area | £1,111.00 |
      When 11 days pass
      Then the expectation "Generic work in the example county" shows
        | yearly cost of the lower tiers in the area | £111.00 |

    Scenario: An authority is heard before the review
      Given the expectation "Generic work in the example county" is at "In force"
      When the county officer asks to "Give the authority's account" for the expectation "Generic work in the example county"
        | Account of the authority | Money has been found |
      Then it is done
      And the expectation "Generic work in the example county" is at "In force"

    Scenario: The Board renews an expectation and asks for more
      Given the expectation "Generic work in the example county" is at "Met"
      And the secretary has been able to "Record a decision"
        | What was decided    | Ask for more                       |
        | Body that decided   | Prevention Board                   |
        | Date of the meeting | today                              |
        | Minute              | 2020/40                            |
        | Kind of decision    | What is expected of an area        |
        | What it is about    | Generic work in the example county |
      When the chair asks to "Renew it" for the expectation "Generic work in the example county"
        | Decision of the Board        | Ask for more |
        | Review on                    | in 365 days  |
        | Generic initiatives at least | 3            |
      Then it is done
      And the expectation "Generic work in the example county" is at "In force"
      And the expectation "Generic work in the example county" shows
        | Generic initiatives at least | 3 |

    Scenario: An expectation that was not met is renewed after its review and not on an older decision
      Given the expectation "Generic work in the example county" is at "Fallen short"
      And the secretary has been able to "Record a decision"
        | What was decided    | An older decision                  |
        | Body that decided   | Prevention Board                   |
        | Date of the meeting | 1 days ago                         |
        | Minute              | 2020/39                            |
        | Kind of decision    | What is expected of an area        |
        | What it is about    | Generic work in the example county |
      When the chair asks to "Renew it" for the expectation "Generic work in the example county"
        | Decision of the Board | An older decision |
        | Review on             | in 365 days       |
      Then it is refused only because "the Prevention Board has decided to renew this expectation"

    Scenario: An expectation that was not met is renewed on a decision of the day of its review
      Given the expectation "Generic work in the example county" is at "Fallen short"
      And the secretary has been able to "Record a decision"
        | What was decided    | Try once more                      |
        | Body that decided   | Prevention Board                   |
        | Date of the meeting | today                              |
        | Minute              | 2020/42                            |
        | Kind of decision    | What is expected of an area        |
        | What it is about    | Generic work in the example county |
      When the chair asks to "Renew it" for the expectation "Generic work in the example county"
        | Decision of the Board | Try once more |
        | Review on             | in 365 days   |
      Then it is done

    Scenario: Minutes that are confirmed carry a renewal
      Given the expectation "Generic work in the example county" is at "Met"
      And the secretary has been able to "Record a decision"
        | What was decided    | Ask for more                       |
        | Body that decided   | Prevention Board                   |
        | Date of the meeting | today                              |
        | Minute              | 2020/40                            |
        | Kind of decision    | What is expected of an area        |
        | What it is about    | Generic work in the example county |
      And the chair has been able to "Confirm the minutes" for the decision "Ask for more"
      When the chair asks to "Renew it" for the expectation "Generic work in the example county"
        | Decision of the Board | Ask for more |
        | Review on             | in 365 days  |
      Then it is done

    Scenario Outline: No other decision renews it
      Given the expectation "Generic work in the example county" is at "Met"
      And the secretary has been able to "Record a decision"
        | What was decided    | Another matter |
        | Body that decided   | <body>         |
        | Date of the meeting | <date>         |
        | Minute              | 2020/99        |
        | Kind of decision    | <matter>       |
        | What it is about    | <about>        |
      When the chair asks to "Renew it" for the expectation "Generic work in the example county"
        | Decision of the Board | Another matter |
        | Review on             | in 365 days    |
      Then it is refused only because "the Prevention Board has decided to renew this expectation"

      Examples:
        | body                        | date       | matter                      | about                              |
        | Strategic Partnership Board | today      | What is expected of an area | Generic work in the example county |
        | Prevention Board            | 1 days ago | What is expected of an area | Generic work in the example county |
        | Prevention Board            | today      | Something else              | Generic work in the example county |
        | Prevention Board            | today      | What is expected of an area | Example Police                     |

    Scenario: A rescinded decision does not renew it
      Given the expectation "Generic work in the example county" is at "Met"
      And the secretary has been able to "Record a decision"
        | What was decided    | Ask for more                       |
        | Body that decided   | Prevention Board                   |
        | Date of the meeting | today                              |
        | Minute              | 2020/40                            |
        | Kind of decision    | What is expected of an area        |
        | What it is about    | Generic work in the example county |
      And the chair has been able to "Rescind the decision" for the decision "Ask for more"
        | Why it was rescinded | Too few members were there |
      When the chair asks to "Renew it" for the expectation "Generic work in the example county"
        | Decision of the Board | Ask for more |
        | Review on             | in 365 days  |
      Then it is refused only because "the Prevention Board has decided to renew this expectation"

  @S-9.5
  Rule: Gaps between places are seen

    Scenario: A community that no generic initiative names is a gap
      Given the expectation "Generic work in the example county" is ready for "Find that it is met"
      And the secretary has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      And the county officer has been able to "Say in which areas and communities it runs" for the initiative "Example street games"
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Communities that it reaches                   | Example Cross          |
      Then the expectation "Generic work in the example county" shows
        | communities that no generic initiative names | Example Quay |
      When the board member asks to "Find that it is met" for the expectation "Generic work in the example county"
        | Findings of the review | Something runs |
        | Review on              | in 365 days    |
      Then it is refused only because "a generic initiative names each of the communities that must be reached"

    Scenario: When the work moves away from a community the gap is seen
      Given the expectation "Generic work in the example county" is at "Met"
      And the secretary has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      When the county officer asks to "Say in which areas and communities it runs" for the initiative "Example street games"
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Communities that it reaches                   | Example Cross          |
      Then it is done
      And the expectation "Generic work in the example county" is in breach because "a generic initiative names each of the communities that must be reached" since today

    Scenario Outline: A community is reached by what is generic and runs
      Given the expectation "Generic work in the example county" is at "In force"
      And the county officer has been able to "<step>"
        | Name                                          | Games                  |
        | Tier                                          | <tier>                 |
        | Provider                                      | Example County Council |
        | Upper-tier authorities in whose areas it runs | Example County Council |
        | Communities that it reaches                   | Example Quay           |
        | Behaviour it is aimed at                      | <behaviour>            |
        | Last day                                      | in 10 days             |
      When <days> days pass
      Then the expectation "Generic work in the example county" shows
        | communities that no generic initiative names | <gap> |

      Examples:
        | step                                | tier                           | behaviour                | days | gap          |
        | Map an initiative that already runs | Tier 0, generic                |                          | 10   | none         |
        | Map an initiative that already runs | Tier 1, generic                |                          | 10   | none         |
        | Map an initiative that already runs | Lower tiers, not told apart    |                          | 10   | none         |
        | Map an initiative that already runs | Tier 0, generic                |                          | 11   | Example Quay |
        | Map an initiative that already runs | Tier 1, generic                | Threats on example buses | 1    | Example Quay |
        | Map an initiative that already runs | Tier 2, aimed at one behaviour | Threats on example buses | 1    | Example Quay |
        | Plan an initiative                  | Tier 0, generic                |                          | 1    | Example Quay |

  @S-4.2 @S-3.3
  Rule: More of the money is to go to the lower tiers

    Scenario: An area that spends less at the lower tiers than expected has not met the expectation
      Given the expectation "Generic work in the example county" is ready for "Find that it is met"
      And the county officer has been able to "Record what it costs in a year" for the initiative "Example night patrol"
        | Cost in a year | 60001 |
      When the board member asks to "Find that it is met" for the expectation "Generic work in the example county"
        | Findings of the review | Something runs |
        | Review on              | in 365 days    |
      Then it is refused only because "the lower tiers have the share of the yearly cost that is expected"

    Scenario: When the upper tiers grow the lost share is seen
      Given the expectation "Generic work in the example county" is at "Met"
      When the county officer asks to "Record what it costs in a year" for the initiative "Example night patrol"
        | Cost in a year | 60001 |
      Then it is done
      And the expectation "Generic work in the example county" is in breach because "the lower tiers have the share of the yearly cost that is expected" since today

    Scenario: Where no share was asked for no cost need be on record
      Given the expectation "Generic work in the example county" is ready for "Find that it is met"
      And the board member has been able to "Draft an expectation"
        | Title                        | A first step             |
        | Upper-tier authority         | Example County Council   |
        | What is expected             | Anything that is generic |
        | Generic initiatives at least | 1                        |
      And the secretary has been able to "Record a decision"
        | What was decided    | Set a first step            |
        | Body that decided   | Prevention Board            |
        | Date of the meeting | today                       |
        | Minute              | 2020/41                     |
        | Kind of decision    | What is expected of an area |
        | What it is about    | A first step                |
      And the chair has been able to "Put it in force" for the expectation "A first step"
        | Decision of the Board | Set a first step |
        | Review on             | in 30 days       |
      And the county officer has been able to "Record what it costs in a year" for the initiative "Example street games"
        | Cost in a year | 0 |
      When the board member asks to "Find that it is met" for the expectation "A first step"
        | Findings of the review | Something runs |
        | Review on              | in 365 days    |
      Then it is done

    Scenario Outline: A share lies between nothing and everything
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Draft an expectation"
        | Title                                              | A share         |
        | Upper-tier authority                               | Example Council |
        | What is expected                                   | A share         |
        | Generic initiatives at least                       | 1               |
        | Least share of the yearly cost for the lower tiers | <share>         |
      Then it is done

      Examples:
        | share |
        | 0     |
        | 100   |

    Scenario Outline: There is no share below nothing or above everything
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Draft an expectation"
        | Title                                              | A share         |
        | Upper-tier authority                               | Example Council |
        | What is expected                                   | A share         |
        | Generic initiatives at least                       | 1               |
        | Least share of the yearly cost for the lower tiers | <share>         |
      Then it is sent back because "it must be at"

      Examples:
        | share |
        | -1    |
        | 101   |

  @X-5
  Rule: An expectation rests on a decision of the Board

    Scenario Outline: No other decision will do for an expectation
      Given the expectation "Generic work in the example county" is ready for "Put it in force"
      And the secretary has been able to "Record a decision"
        | What was decided    | Another matter |
        | Body that decided   | <body>         |
        | Date of the meeting | today          |
        | Minute              | 2020/99        |
        | Kind of decision    | <matter>       |
        | What it is about    | <about>        |
      When the chair asks to "Put it in force" for the expectation "Generic work in the example county"
        | Decision of the Board | Another matter |
        | Review on             | in 30 days     |
      Then it is refused only because "the Prevention Board has decided on this expectation"

      Examples:
        | body                        | matter                      | about                              |
        | Strategic Partnership Board | What is expected of an area | Generic work in the example county |
        | Prevention Board            | Something else              | Generic work in the example county |
        | Prevention Board            | What is expected of an area | Example Police                     |

    Scenario: A rescinded decision will not do for an expectation
      Given the expectation "Generic work in the example county" is ready for "Put it in force"
      And the chair has been able to "Rescind the decision" for the decision "Set Generic work in the example county"
        | Why it was rescinded | Too few members were there |
      When the chair asks to "Put it in force" for the expectation "Generic work in the example county"
        | Decision of the Board | Set Generic work in the example county |
        | Review on             | in 30 days                             |
      Then it is refused only because "the Prevention Board has decided on this expectation"

    Scenario: A decision whose minutes are confirmed will do for an expectation
      Given the expectation "Generic work in the example county" is ready for "Put it in force"
      And the chair has been able to "Confirm the minutes" for the decision "Set Generic work in the example county"
      When the chair asks to "Put it in force" for the expectation "Generic work in the example county"
        | Decision of the Board | Set Generic work in the example county |
        | Review on             | in 30 days                             |
      Then it is done
      And the expectation "Generic work in the example county" is at "In force"

  @X-59
  Rule: What is expected of an authority is found to be met by others than its own officers

    Scenario: An officer of the authority who also serves in the secretariat does not find that it is met
      Given the expectation "Generic work in the example county" is ready for "Find that it is met"
      And the secretary has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Cy Example               |
        | Body   | Example Prevention Board |
      When the county officer asks to "Find that it is met" for the expectation "Generic work in the example county"
        | Findings of the review | All is well |
        | Review on              | in 365 days |
      Then it is refused only because "'Find that it is met' is not for Agency officer of the upper-tier authority"

    Scenario: Nor does an officer of the authority say how far it falls short
      Given the expectation "Generic work in the example county" is ready for "Find that it is met"
      And the secretary has been able to "Appoint to an office"
        | Office | Secretariat              |
        | Person | Cy Example               |
        | Body   | Example Prevention Board |
      When the county officer asks to "Find that it falls short" for the expectation "Generic work in the example county"
        | How far it is met      | Partly met  |
        | Findings of the review | All is well |
        | Review on              | in 365 days |
      Then it is refused only because "'Find that it falls short' is not for Agency officer of the upper-tier authority"

  @X-9
  Rule: What can be done with an expectation at each stage, and by whom

    Scenario: How an expectation is opened
      Then an expectation is opened by these steps
        | Step                 | Who                             | Must be given                                                               | May be given                                                                               | Leads to |
        | Draft an expectation | the secretary, the board member | Title, Upper-tier authority, What is expected, Generic initiatives at least | Communities that must be reached, Least share of the yearly cost for the lower tiers, Note | Drafted  |

    Scenario: What can be done at "Drafted"
      Given the expectation "Generic work in the example county" is at "Drafted"
      Then these steps are open to the expectation "Generic work in the example county"
        | Step                                                                                                                                                       | Who                       | Must be given                    | May be given | Leads to |
        | Put it in force                                                                                                                                            | the chair, the vice-chair | Decision of the Board, Review on |              | In force |
        | End it                                                                                                                                                     | the chair, the vice-chair | Why it ended                     |              | Ended    |
        | Correct: Title, Note, What is expected, Generic initiatives at least, Least share of the yearly cost for the lower tiers, Communities that must be reached | the secretary             |                                  |              |          |
      And the expectation "Generic work in the example county" should move on by no day, or the secretary is told

    Scenario: What can be done at "In force"
      Given the expectation "Generic work in the example county" is at "In force"
      Then these steps are open to the expectation "Generic work in the example county"
        | Step                         | Who                             | Must be given                                        | May be given | Leads to     |
        | Give the authority's account | the county officer              | Account of the authority                             |              | In force     |
        | Find that it is met          | the secretary, the board member | Findings of the review, Review on                    |              | Met          |
        | Find that it falls short     | the secretary, the board member | How far it is met, Findings of the review, Review on |              | Fallen short |
        | End it                       | the chair, the vice-chair       | Why it ended                                         |              | Ended        |
        | Correct: Title, Note         | the secretary                   |                                                      |              |              |
        | Take back the last step      | the chair, the vice-chair       |                                                      |              | Drafted      |
      And the expectation "Generic work in the example county" should move on in 180 days, or the secretary, the county officer are told

    Scenario: What can be done at "Met"
      Given the expectation "Generic work in the example county" is at "Met"
      Then these steps are open to the expectation "Generic work in the example county"
        | Step                         | Who                             | Must be given                                        | May be given                                                                                                                         | Leads to     |
        | Give the authority's account | the county officer              | Account of the authority                             |                                                                                                                                      | Met          |
        | Find that it falls short     | the secretary, the board member | How far it is met, Findings of the review, Review on |                                                                                                                                      | Fallen short |
        | Renew it                     | the chair, the vice-chair       | Decision of the Board, Review on                     | What is expected, Generic initiatives at least, Least share of the yearly cost for the lower tiers, Communities that must be reached | In force     |
        | End it                       | the chair, the vice-chair       | Why it ended                                         |                                                                                                                                      | Ended        |
        | Correct: Title, Note         | the secretary                   |                                                      |                                                                                                                                      |              |
        | Take back the last step      | the secretary                   |                                                      |                                                                                                                                      | In force     |
      And the expectation "Generic work in the example county" should move on in 365 days, or the secretary, the county officer are told

    Scenario: What can be done at "Fallen short"
      Given the expectation "Generic work in the example county" is at "Fallen short"
      Then these steps are open to the expectation "Generic work in the example county"
        | Step                         | Who                             | Must be given                                        | May be given                                                                                                                         | Leads to     |
        | Give the authority's account | the county officer              | Account of the authority                             |                                                                                                                                      | Fallen short |
        | Find that it is met          | the secretary, the board member | Findings of the review, Review on                    |                                                                                                                                      | Met          |
        | Find that it falls short     | the secretary, the board member | How far it is met, Findings of the review, Review on |                                                                                                                                      | Fallen short |
        | Renew it                     | the chair, the vice-chair       | Decision of the Board, Review on                     | What is expected, Generic initiatives at least, Least share of the yearly cost for the lower tiers, Communities that must be reached | In force     |
        | End it                       | the chair, the vice-chair       | Why it ended                                         |                                                                                                                                      | Ended        |
        | Correct: Title, Note         | the secretary                   |                                                      |                                                                                                                                      |              |
        | Take back the last step      | the secretary                   |                                                      |                                                                                                                                      | In force     |
      And the expectation "Generic work in the example county" should move on in 90 days, or the secretary, the chair, the county officer are told

    Scenario: What can be done at "Ended"
      Given the expectation "Generic work in the example county" is at "Ended"
      Then these steps are open to the expectation "Generic work in the example county"
        | Step                    | Who                       | Must be given | May be given | Leads to     |
        | Correct: Title, Note    | the secretary             |               |              |              |
        | Take back the last step | the chair, the vice-chair |               |              | Fallen short |
