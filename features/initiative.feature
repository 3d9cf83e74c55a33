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
        | Name     | Example homework club |
        | Tier     | Tier 1, generic       |
        | Provider | Example Council       |
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
        | Name     | Example homework club |
        | Tier     | Tier 1, generic       |
        | Provider | Example Council       |
      Then it is refused only because "'Map an initiative that already runs' is for Secretariat, Board member, Co-ordinator of the zones that it serves or Agency officer of the provider"

    Scenario: An initiative goes on longer
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Change its last day" for the initiative "generic initiative"
        | Last day | in 500 days |
      Then it is done
      And the initiative "generic initiative" shows
        | Last day | in 500 days |
