Feature: Initiatives at every tier
  The Public Health Model has four tiers. At the lower two, 0 and 1, work is generic: it makes a community
  stronger whatever troubles it. At the upper two, 2 and 3, it is aimed at one behaviour. A zone
  needs both.

  @B-3.6
  Rule: A zone tackles its own behaviour higher up the model and builds resilience lower down

    Scenario: A generic initiative is planned and begins
      Given the zone "Example Wharf" is at "Going ahead"
      And the board member has been able to "Plan an initiative"
        | Name                 | Example breakfast club |
        | Tier                 | Tier 0, generic        |
        | Zones that it serves | Example Wharf          |
        | Provider             | Example Council        |
        | First day            | in 30 days             |
      When 30 days pass
      And the council officer asks to "Begin" for the initiative "Example breakfast club"
      Then it is done
      And the initiative "Example breakfast club" is at "Running"
      And the zone "Example Wharf" shows
        | generic initiatives running | 1 |

    Scenario: An initiative at an upper tier is aimed at one behaviour
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Plan an initiative"
        | Name                     | Example mediation              |
        | Tier                     | Tier 3, aimed at one behaviour |
        | Zones that it serves     | Example Wharf                  |
        | Behaviour it is aimed at | Threats on example buses       |
      Then it is done

    Scenario: At an upper tier it must be said which behaviour
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Plan an initiative"
        | Name                 | Example mediation              |
        | Tier                 | Tier 3, aimed at one behaviour |
        | Zones that it serves | Example Wharf                  |
      Then it is sent back because "must be given here (Behaviour it is aimed at)"

    Scenario: A zone at work that loses its only generic initiative is in breach
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "End" for the initiative "generic initiative"
        | Why it ended | The hall is being rebuilt |
      Then it is done
      And the zone "Example Wharf" is in breach because "an initiative runs in the zone at a generic tier, or an exception is minuted" since today

      When the secretary asks to take back the last step of the initiative "generic initiative" because "another hall was found"
      Then it is done
      And the initiative "generic initiative" is at "Running"
      And the zone "Example Wharf" is no longer in breach

    Scenario: An initiative whose last day has passed serves the zone no longer
      Given the zone "Example Wharf" is at "Active"
      And the council officer has been able to "Change its last day" for the initiative "generic initiative"
        | Last day | in 20 days |
      When 20 days pass
      Then the zone "Example Wharf" is not in breach
      When 10 days pass
      Then the zone "Example Wharf" is in breach because "an initiative runs in the zone at a generic tier, or an exception is minuted" since 9 days ago

    Scenario: An initiative comes to serve a zone
      Given the zone "Example Wharf" is at "Active"
      And the council officer has been able to "Map an initiative that already runs"
        | Name                                          | Example homework club |
        | Tier                                          | Tier 1, generic       |
        | Provider                                      | Example Council       |
        | Upper-tier authorities in whose areas it runs | Example Council       |
      When the council officer asks to "Say which zones it serves" for the initiative "Example homework club"
        | Zones that it serves | Example Wharf |
      Then it is done
      And the zone "Example Wharf" shows
        | generic initiatives running | 2 |

    Scenario: Another agency does not run the provider's initiative
      Given the zone "Example Wharf" is at "Active"
      When the police officer asks to "End" for the initiative "generic initiative"
        | Why it ended | Nobody came |
      Then it is refused only because "'End' is for Secretariat, Co-ordinator of the zones that it serves or Agency officer of the provider"

  @S-9.5 @S-4.6
  Rule: Work at the lower tiers is mapped, also where the two are not told apart

    Scenario: An initiative is mapped without telling the lower tiers apart
      Given the zone "Example Wharf" is at "Active"
      When the board member asks to "Map an initiative that already runs"
        | Name                 | Example street party        |
        | Tier                 | Lower tiers, not told apart |
        | Zones that it serves | Example Wharf               |
      Then it is done
      And the zone "Example Wharf" shows
        | generic initiatives running | 2 |

    Scenario: An agency maps its own work and not that of others
      Given the board "Example Prevention Board" is at "Established"
      When the police officer asks to "Map an initiative that already runs"
        | Name                                          | Example homework club |
        | Tier                                          | Tier 1, generic       |
        | Provider                                      | Example Council       |
        | Upper-tier authorities in whose areas it runs | Example Council       |
      Then it is refused only because "'Map an initiative that already runs' is for Secretariat, Board member, Co-ordinator of the zones that it serves or Agency officer of the provider"

    Scenario: An initiative goes on longer
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Change its last day" for the initiative "generic initiative"
        | Last day | in 500 days |
      Then it is done
      And the initiative "generic initiative" shows
        | Last day | in 500 days |

  @S-7.1
  Rule: What is on offer differs from place to place, so it is known of every initiative where it runs

    Scenario: Where an initiative runs must be said, unless it serves a zone
      Given the board "Example Prevention Board" is at "Established"
      When the secretary asks to "Map an initiative that already runs"
        | Name | Example homework club |
        | Tier | Tier 1, generic       |
      Then it is sent back because "must be given here (Upper-tier authorities in whose areas it runs)"

    Scenario: An initiative moves to another community
      Given the initiative "Example breakfast club" is at "Running"
      And the secretary has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      When the council officer asks to "Say in which areas and communities it runs" for the initiative "Example breakfast club"
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Communities that it reaches                   | Example Cross   |
      Then it is done
      And the community "Example Quay" shows
        | initiatives at the lower tiers that name it | 0 |
      And the community "Example Cross" shows
        | initiatives at the lower tiers that name it | 1 |

    Scenario: A tier that was not told apart is told later
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Street games                |
        | Tier                                          | Lower tiers, not told apart |
        | Upper-tier authorities in whose areas it runs | Example Council             |
        | Communities that it reaches                   | Example Quay                |
      Then the community "Example Quay" shows
        | tiers at which nothing is known to run there | Tier 0 (generic), Tier 1 (generic), Tier 2 (aimed at the behaviour), Tier 3 (aimed at the behaviour) |
      When the secretary asks to "Say at which tier it is" for the initiative "Street games"
        | Tier | Tier 1, generic |
      Then it is done
      And the community "Example Quay" shows
        | tiers at which nothing is known to run there | Tier 0 (generic), Tier 2 (aimed at the behaviour), Tier 3 (aimed at the behaviour) |

    Scenario: An initiative turns out to be aimed at one behaviour, and it must be said which
      Given the initiative "Example breakfast club" is at "Running"
      When the council officer asks to "Say at which tier it is" for the initiative "Example breakfast club"
        | Tier | Tier 2, aimed at one behaviour |
      Then it is sent back because "must be given here (Behaviour it is aimed at)"

  @S-4.4
  Rule: Lower tiers are shared and generic while upper ones target single behaviours

    Scenario Outline: What is planned at a lower tier is not aimed at one behaviour
      Given the behaviour "Threats on example buses" is at "Analysed"
      When the secretary asks to "Plan an initiative"
        | Name                                          | Talks about buses        |
        | Tier                                          | <tier>                   |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Behaviour it is aimed at                      | Threats on example buses |
      Then it is refused only because "what is planned at a lower tier is generic and not aimed at one behaviour"

      Examples:
        | tier                        |
        | Tier 0, generic             |
        | Tier 1, generic             |
        | Lower tiers, not told apart |

    Scenario: What runs already is mapped as it is, and shows as an exception
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 0, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Behaviour it is aimed at                      | Threats on example buses |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Posters about buses      |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Behaviour it is aimed at                      | Threats on example buses |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Stalls about buses          |
        | Tier                                          | Lower tiers, not told apart |
        | Upper-tier authorities in whose areas it runs | Example Council             |
        | Behaviour it is aimed at                      | Threats on example buses    |
        | Last day                                      | in 10 days                  |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Games           |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
      Then the board "Example Prevention Board" shows
        | initiatives at the lower tiers that are aimed at one behaviour | 3 |
      When 10 days pass
      Then the board "Example Prevention Board" shows
        | initiatives at the lower tiers that are aimed at one behaviour | 3 |
      When 1 day passes
      And the secretary asks to "End" for the initiative "Posters about buses"
        | Why it ended | They were torn down |
      Then it is done
      And the board "Example Prevention Board" shows
        | initiatives at the lower tiers that are aimed at one behaviour | 1 |

    Scenario: What is aimed at one behaviour makes no zone resilient
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Map an initiative that already runs"
        | Name                     | Talks about buses        |
        | Tier                     | Tier 1, generic          |
        | Zones that it serves     | Example Wharf            |
        | Behaviour it is aimed at | Threats on example buses |
      Then it is done
      And the zone "Example Wharf" shows
        | generic initiatives running | 1 |

  @S-3.3
  Rule: It is seen how much of the money goes to the lower tiers

    Scenario: Most of the money goes into the top of the triangle
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Games           |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Cost in a year                                | 1000            |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Clubs           |
        | Tier                                          | Tier 1, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Cost in a year                                | 2000            |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Street party                |
        | Tier                                          | Lower tiers, not told apart |
        | Upper-tier authorities in whose areas it runs | Example Council             |
        | Cost in a year                                | 3000                        |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Cost in a year                                | 14000                          |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Night patrol                   |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | Summer camp     |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Cost in a year                                | 50000           |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | Bus guards                     |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Cost in a year                                | 80000                          |
      And the secretary has been able to "Record what it costs in a year" for the initiative "Night patrol"
        | Cost in a year | 10000 |
      Then the board "Example Prevention Board" shows
        | share of the yearly cost that goes to the lower tiers | 20% |

    Scenario: What was planned counts once it has begun
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the secretary has been able to "Plan an initiative"
        | Name                                          | Games           |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Cost in a year                                | 500             |
      When the secretary asks to "Begin" for the initiative "Games"
      Then it is done
      And the board "Example Prevention Board" shows
        | share of the yearly cost that goes to the lower tiers | 100% |

    Scenario: Money is counted until the last day
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Games           |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Cost in a year                                | 1000            |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Clubs           |
        | Tier                                          | Tier 1, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Cost in a year                                | 1000            |
        | Last day                                      | in 10 days      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Cost in a year                                | 1000                           |
        | Last day                                      | in 20 days                     |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Night patrol                   |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Cost in a year                                | 1000                           |
      When 10 days pass
      Then the board "Example Prevention Board" shows
        | share of the yearly cost that goes to the lower tiers | 50% |
      When 1 day passes
      Then the board "Example Prevention Board" shows
        | share of the yearly cost that goes to the lower tiers | 33.3% |
      When 10 days pass
      Then the board "Example Prevention Board" shows
        | share of the yearly cost that goes to the lower tiers | 50% |

  @S-3.6
  Rule: It is seen how far the upper tiers prevent, and how far they control

    Scenario: Most of what runs at the upper tiers controls what has happened already
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Prevents or builds resilience  |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Courses                        |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Rehabilitates                  |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Night patrol                   |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Controls or responds           |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Bus guards                     |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Controls or responds           |
        | Last day                                      | in 10 days                     |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Games                         |
        | Tier                                          | Tier 0, generic               |
        | Upper-tier authorities in whose areas it runs | Example Council               |
        | What it mainly does                           | Prevents or builds resilience |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Curfew               |
        | Tier                                          | Tier 1, generic      |
        | Upper-tier authorities in whose areas it runs | Example Council      |
        | What it mainly does                           | Controls or responds |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Cameras                        |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mentors                        |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Prevents or builds resilience  |
        | Last day                                      | in 10 days                     |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | New courses                    |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Rehabilitates                  |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | New guards                     |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | What it mainly does                           | Controls or responds           |
      Then the board "Example Prevention Board" shows
        | initiatives at the upper tiers that mainly prevent or rehabilitate | 3 |
        | initiatives at the upper tiers that mainly control or respond      | 2 |
      When the secretary asks to "Say what it mainly does" for the initiative "Cameras"
        | What it mainly does | Controls or responds |
      And 10 days pass
      Then the board "Example Prevention Board" shows
        | initiatives at the upper tiers that mainly prevent or rehabilitate | 3 |
        | initiatives at the upper tiers that mainly control or respond      | 3 |
      When 1 day passes
      Then the board "Example Prevention Board" shows
        | initiatives at the upper tiers that mainly prevent or rehabilitate | 2 |
        | initiatives at the upper tiers that mainly control or respond      | 2 |

  @X-9
  Rule: What can be done with an initiative at each stage, and by whom

    Scenario: The co-ordinator of the zone that it serves begins and ends an initiative
      Given the zone "Example Wharf" is at "Going ahead"
      And the secretary has been able to "Appoint to an office"
        | Office | Co-ordinator  |
        | Person | Eve Example   |
        | Body   | Example Wharf |
        | Duties | Runs the zone |
      And the secretary has been able to "Plan an initiative"
        | Name                 | Street games    |
        | Tier                 | Tier 0, generic |
        | Zones that it serves | Example Wharf   |
        | First day            | in 30 days      |
      Then the initiative "Street games" should move on in 30 days, or the secretary, the evaluator are told
      When the evaluator asks to "Begin" for the initiative "Street games"
        | Last day | in 40 days |
      Then it is done
      And the initiative "Street games" should move on in 40 days, or the secretary, the evaluator are told
      When the evaluator asks to "End" for the initiative "Street games"
        | Why it ended | The hall is gone |
      Then it is done

    Scenario: How an initiative is opened
      Then an initiative is opened by these steps
        | Step                                | Who                             | Must be given                                             | May be given                                                                                                                                                                  | Leads to |
        | Plan an initiative                  | the secretary, the board member | Name, Tier, Upper-tier authorities in whose areas it runs | Zones that it serves, Communities that it reaches, Provider, Behaviour it is aimed at, Is a campaign, Cost in a year, What it mainly does, First day, Last day, Summary, Note | Planned  |
        | Map an initiative that already runs | the secretary, the board member | Name, Tier, Upper-tier authorities in whose areas it runs | Zones that it serves, Communities that it reaches, Provider, Behaviour it is aimed at, Is a campaign, Cost in a year, What it mainly does, First day, Last day, Summary, Note | Running  |

    Scenario: What can be done at "Planned"
      Given the initiative "Example breakfast club" is at "Planned"
      Then these steps are open to the initiative "Example breakfast club"
        | Step                                       | Who                                                  | Must be given                                 | May be given                               | Leads to |
        | Begin                                      | the secretary, the council officer                   |                                               | Last day                                   | Running  |
        | Say which zones it serves                  | the secretary, the council officer                   | Zones that it serves                          |                                            | Planned  |
        | Say in which areas and communities it runs | the secretary, the council officer, the board member | Upper-tier authorities in whose areas it runs | Communities that it reaches, Is a campaign | Planned  |
        | Say at which tier it is                    | the secretary, the council officer                   | Tier                                          | Behaviour it is aimed at                   | Planned  |
        | Record what it costs in a year             | the secretary, the council officer                   | Cost in a year                                |                                            | Planned  |
        | Say what it mainly does                    | the secretary, the council officer, the board member | What it mainly does                           |                                            | Planned  |
        | End                                        | the secretary, the council officer                   | Why it ended                                  |                                            | Ended    |
        | Correct: Name, Summary, First day, Note    | the secretary                                        |                                               |                                            |          |
      And the initiative "Example breakfast club" should move on in 30 days, or the secretary is told

    Scenario: What can be done at "Running"
      Given the initiative "Example breakfast club" is at "Running"
      Then these steps are open to the initiative "Example breakfast club"
        | Step                                       | Who                                                  | Must be given                                 | May be given                               | Leads to |
        | Say which zones it serves                  | the secretary, the council officer                   | Zones that it serves                          |                                            | Running  |
        | Say in which areas and communities it runs | the secretary, the council officer, the board member | Upper-tier authorities in whose areas it runs | Communities that it reaches, Is a campaign | Running  |
        | Say at which tier it is                    | the secretary, the council officer                   | Tier                                          | Behaviour it is aimed at                   | Running  |
        | Record what it costs in a year             | the secretary, the council officer                   | Cost in a year                                |                                            | Running  |
        | Say what it mainly does                    | the secretary, the council officer, the board member | What it mainly does                           |                                            | Running  |
        | Change its last day                        | the secretary, the council officer                   | Last day                                      |                                            | Running  |
        | End                                        | the secretary, the council officer                   | Why it ended                                  |                                            | Ended    |
        | Correct: Name, Summary, First day, Note    | the secretary                                        |                                               |                                            |          |
        | Take back the last step                    | the secretary                                        |                                               |                                            | Planned  |
      And the initiative "Example breakfast club" should move on in 365 days, or the secretary is told

    Scenario: What can be done at "Ended"
      Given the initiative "Example breakfast club" is at "Ended"
      Then these steps are open to the initiative "Example breakfast club"
        | Step                                    | Who           | Must be given | May be given | Leads to |
        | Correct: Name, Summary, First day, Note | the secretary |               |              |          |
        | Take back the last step                 | the secretary |               |              | Running  |
