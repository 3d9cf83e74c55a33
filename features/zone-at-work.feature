Feature: Roles, toolkit and work of a zone
  A zone that goes ahead has an agency lead, a community lead and a co-ordinator. Both sides get the
  toolkit, and work begins at the lower and the upper tiers. What a zone needs to begin, it goes on
  needing: when something falls away, everybody can see it until it is put right.

  @B-3.4
  Rule: The three roles are defined and filled, or the Board has minuted an exception

    Scenario: The three roles are filled
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      When the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Roles assigned"

    Scenario: Nobody has been appointed yet
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is refused because
        | an agency lead is in post, or an exception is minuted   |
        | a community lead is in post, or an exception is minuted |
        | a co-ordinator is in post, or an exception is minuted   |

    Scenario Outline: The <role> is missing, and the Board explains why the zone starts without
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      And the secretary has been able to "End the appointment" for the appointment "<role>'s post"
      When the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is refused only because "<reason>"
      When the secretary asks to "Record a decision"
        | What was decided        | Start without for now  |
        | Body that decided       | Prevention Board       |
        | Date of the meeting     | today                  |
        | Minute                  | 2020/7                 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule>                 |
        | What it is about        | Example Wharf          |
        | Reason given            | The post is advertised |
      And the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is done

      Examples:
        | role           | rule                       | reason                                                  |
        | agency lead    | A zone has an agency lead  | an agency lead is in post, or an exception is minuted   |
        | community lead | A zone has a community lead | a community lead is in post, or an exception is minuted |
        | co-ordinator   | A zone has a co-ordinator  | a co-ordinator is in post, or an exception is minuted   |

    Scenario: The co-ordinator's post has no funding yet
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      And the secretary has been able to "End the appointment" for the appointment "co-ordinator's post"
      And the secretary has been able to "Appoint to an office"
        | Office | Co-ordinator                            |
        | Person | Kit Example                             |
        | Body   | Example Wharf                           |
        | Duties | Runs the zone and answers to both leads |
      And this is known as "new post"
      When the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is refused only because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted"
      When the secretary asks to "Record the funding of the post" for the appointment "new post"
        | Source of funding   | Example grant   |
        | Employer            | Example Council |
        | Last day of funding | in 365 days     |
      And the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is done

    Scenario Outline: The funding of the co-ordinator's post is on record, but for <what>
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      And the secretary has been able to "End the appointment" for the appointment "co-ordinator's post"
      And the secretary has been able to "Appoint to an office"
        | Office              | Co-ordinator                            |
        | Person              | Kit Example                             |
        | Body                | Example Wharf                           |
        | Duties              | Runs the zone and answers to both leads |
        | Employer            | <employer>                              |
        | Source of funding   | <source>                                |
        | Last day of funding | <until>                                 |
      When the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is refused only because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted"

      Examples:
        | what             | employer        | source        | until       |
        | the employer     |                 | Example grant | in 365 days |
        | the source       | Example Council |               | in 365 days |
        | how long it runs | Example Council | Example grant |             |

    Scenario: A funded agency lead does not stand for a funded co-ordinator
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      And the secretary has been able to "Record the funding of the post" for the appointment "agency lead's post"
        | Source of funding   | Example grant   |
        | Employer            | Example Council |
        | Last day of funding | in 365 days     |
      And the secretary has been able to "End the appointment" for the appointment "co-ordinator's post"
      And the secretary has been able to "Appoint to an office"
        | Office | Co-ordinator                            |
        | Person | Kit Example                             |
        | Body   | Example Wharf                           |
        | Duties | Runs the zone and answers to both leads |
      When the secretary asks to "Confirm that the roles are filled" for the zone "Example Wharf"
      Then it is refused only because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted"

    Scenario: The duties of a role are written down when somebody is appointed to it
      Given the zone "Example Wharf" is at "Going ahead"
      When the secretary asks to "Appoint to an office"
        | Office | Agency lead   |
        | Person | Pat Example   |
        | Body   | Example Wharf |
      Then it is sent back because "must be given here (Duties)"

    Scenario: An exception for a role stands for as long as its minute says
      Given the zone "Example Wharf" is ready for "Confirm that the roles are filled"
      And the secretary has been able to "End the appointment" for the appointment "agency lead's post"
      And the secretary has been able to "Record a decision"
        | What was decided          | Start without an agency lead |
        | Body that decided         | Prevention Board             |
        | Date of the meeting       | today                        |
        | Minute                    | 2020/7                       |
        | Kind of decision          | An exception to a rule       |
        | Rule that it sets aside   | A zone has an agency lead    |
        | What it is about          | Example Wharf                |
        | Last day of the exception | in 30 days                   |
        | Reason given              | The post is advertised       |
      And the secretary has been able to "Confirm that the roles are filled" for the zone "Example Wharf"
      When 30 days pass
      Then the zone "Example Wharf" is not in breach
      When 10 days pass
      Then the zone "Example Wharf" is in breach because "an agency lead is in post, or an exception is minuted" since 9 days ago

  @B-3.5 @X-15
  Rule: Both sides are given the toolkit and acknowledge it

    Scenario: The toolkit is issued to both sides
      Given the zone "Example Wharf" is ready for "Issue the toolkit to both sides"
      When the co-ordinator asks to "Issue the toolkit to both sides" for the zone "Example Wharf"
        | Edition of the toolkit | Third edition |
      Then it is done
      And there are 2 toolkits at "Issued"

  @B-3.5 @B-3.6 @X-7 @X-15
  Rule: Work starts when toolkit, tiers and baseline are there, or an exception is minuted

    Scenario: Everything is there
      Given the zone "Example Wharf" is ready for "Start work"
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "Active"
      And the zone "Example Wharf" shows
        | At work since | today |

    Scenario Outline: Missing, or explained: <what>
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "<move>" for the <kind> "<record>"
        | <label> | It was a mistake |
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "<reason>"
      When the secretary asks to "Record a decision"
        | What was decided        | Start work nevertheless |
        | Body that decided       | Prevention Board        |
        | Date of the meeting     | today                   |
        | Minute                  | 2020/7                  |
        | Kind of decision        | An exception to a rule  |
        | Rule that it sets aside | <rule>                  |
        | What it is about        | Example Wharf           |
        | Reason given            | It will follow in May   |
      And the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is done

      Examples:
        | what                                  | move                            | kind       | record                         | label                  | rule                                                | reason                                                                        |
        | the community's copy of the toolkit   | Note that it has been replaced  | toolkit    | community's toolkit            | Note                   | Both sides have acknowledged the toolkit            | both sides have acknowledged the toolkit, or an exception is minuted           |
        | the agencies' copy of the toolkit     | Note that it has been replaced  | toolkit    | agencies' toolkit              | Note                   | Both sides have acknowledged the toolkit            | both sides have acknowledged the toolkit, or an exception is minuted           |
        | the baseline                          | Strike it out                   | reading    | baseline                       | Why it does not count  | There is a baseline reading                         | there is a baseline reading, or an exception is minuted                        |
        | work at the lower tiers               | End                             | initiative | generic initiative             | Why it ended           | A generic initiative runs in the zone               | an initiative runs in the zone at a generic tier, or an exception is minuted   |
        | work on the behaviour itself          | End                             | initiative | initiative aimed at the behaviour | Why it ended        | An initiative aimed at the behaviour runs in the zone | an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted |

    Scenario: An exception to one rule does not excuse another
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | It was a mistake |
      And the secretary has been able to "Record a decision"
        | What was decided        | Something else                           |
        | Body that decided       | Prevention Board                         |
        | Date of the meeting     | today                                    |
        | Minute                  | 2020/7                                   |
        | Kind of decision        | An exception to a rule                   |
        | Rule that it sets aside | Both sides have acknowledged the toolkit |
        | What it is about        | Example Wharf                            |
        | Reason given            | It will follow in May                    |
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "there is a baseline reading, or an exception is minuted"

    Scenario: Two copies on one side do not stand for a copy on each
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "Note that it has been replaced" for the toolkit "community's toolkit"
      And the co-ordinator has been able to "Issue the toolkit to one side"
        | Zone    | Example Wharf |
        | Side    | Agency side   |
        | Edition | Third edition |
      And this is known as "agencies' second copy"
      And the police officer has been able to "Acknowledge it for the agencies" for the toolkit "agencies' second copy"
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "both sides have acknowledged the toolkit, or an exception is minuted"

    Scenario Outline: An initiative at "<tier>" takes the place of one that has ended
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "End" for the initiative "<ended>"
        | Why it ended | Another takes its place |
      And the co-ordinator has been able to "Map an initiative that already runs"
        | Name                     | Another initiative |
        | Tier                     | <tier>             |
        | Zones that it serves     | Example Wharf      |
        | Behaviour it is aimed at | <behaviour>        |
        | Last day                 | in 30 days         |
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is done
      When 30 days pass
      Then the zone "Example Wharf" is not in breach
      When 1 day passes
      Then the zone "Example Wharf" is in breach because "<reason>" since today

      Examples:
        | tier                           | ended                             | behaviour                | reason                                                                                   |
        | Tier 0, generic                | generic initiative                |                          | an initiative runs in the zone at a generic tier, or an exception is minuted             |
        | Tier 1, generic                | generic initiative                |                          | an initiative runs in the zone at a generic tier, or an exception is minuted             |
        | Lower tiers, not told apart    | generic initiative                |                          | an initiative runs in the zone at a generic tier, or an exception is minuted             |
        | Tier 2, aimed at one behaviour | initiative aimed at the behaviour | Threats on example buses | an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted |
        | Tier 3, aimed at one behaviour | initiative aimed at the behaviour | Threats on example buses | an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted |

    Scenario Outline: An initiative does not count as aimed at the behaviour if it <differs>
      Given the zone "Example Wharf" is ready for "Start work"
      And the zone "Example Mill" is at "Proposed"
      And the behaviour "Loud example parties" is at "Prioritised"
      And the co-ordinator has been able to "End" for the initiative "initiative aimed at the behaviour"
        | Why it ended | It was a mistake |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                     | Another initiative |
        | Tier                     | <tier>             |
        | Zones that it serves     | <zone>             |
        | Behaviour it is aimed at | <behaviour>        |
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted"

      Examples:
        | differs                     | tier                           | zone          | behaviour                |
        | is aimed at another         | Tier 3, aimed at one behaviour | Example Wharf | Loud example parties     |
        | is at a generic tier        | Tier 1, generic                | Example Wharf | Threats on example buses |
        | runs in another zone        | Tier 2, aimed at one behaviour | Example Mill  | Threats on example buses |

    Scenario: A later reading does not stand for the baseline
      Given the zone "Example Wharf" is ready for "Start work"
      And the co-ordinator has been able to "Strike it out" for the reading "baseline"
        | Why it does not count | It was of the wrong month |
      And the co-ordinator has been able to "Record a reading"
        | Zone              | Example Wharf              |
        | Value             | 40                         |
        | Day that it is of | today                      |
        | Baseline          | no                         |
        | Source            | Reports of the bus company |
      When the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "there is a baseline reading, or an exception is minuted"

  @B-2.10 @B-2.11
  Rule: Both sides go on standing by their pledges

    Scenario Outline: The <who> withdraws and pledges again
      Given the zone "Example Wharf" is at "Active"
      When the <who> asks to "Withdraw the pledge" for the commitment "<pledge>"
        | Reasons given | Other things come first now |
      Then it is done
      And the zone "Example Wharf" is at "Active"
      And the zone "Example Wharf" is in breach because "<reason>" since today
      When 10 days pass
      Then the zone "Example Wharf" is in breach because "<reason>" since 10 days ago
      When the <who> asks to "Pledge" for the commitment "<pledge>"
        | What is pledged    | The same as before |
        | By whose authority | The same as before |
        | First day          | today              |
      Then it is done
      And the zone "Example Wharf" is no longer in breach

      Examples:
        | who            | pledge                 | reason                                                                   |
        | police officer | police pledge          | every agency required still stands by its pledge or is excused by minute |
        | second leader  | second leader's pledge | at least 2 community leaders still stand by their pledge                 |

    Scenario Outline: The <who> withdraws from a zone at "<stage>"
      Given the zone "Example Wharf" is at "<stage>"
      When the <who> asks to "Withdraw the pledge" for the commitment "<pledge>"
        | Reasons given | Other things come first now |
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today

      Examples:
        | who             | stage          | pledge                 | reason                                                                   |
        | council officer | Going ahead    | council pledge         | every agency required still stands by its pledge or is excused by minute |
        | council officer | Roles assigned | council pledge         | every agency required still stands by its pledge or is excused by minute |
        | council officer | Toolkit issued | council pledge         | every agency required still stands by its pledge or is excused by minute |
        | first leader    | Going ahead    | first leader's pledge  | at least 2 community leaders still stand by their pledge                 |
        | first leader    | Roles assigned | first leader's pledge  | at least 2 community leaders still stand by their pledge                 |
        | first leader    | Toolkit issued | first leader's pledge  | at least 2 community leaders still stand by their pledge                 |

    Scenario Outline: A pledge that has been fulfilled still counts: <pledge>
      Given the zone "Example Wharf" is at "Active"
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "<pledge>"
        | What has been delivered | All that was pledged |
      When the co-ordinator asks to "Note that it has been fulfilled" for the commitment "<pledge>"
      Then it is done
      And the zone "Example Wharf" is not in breach

      Examples:
        | pledge                |
        | police pledge         |
        | first leader's pledge |

    Scenario: A leader's pledge runs out
      Given the zone "Example Wharf" is ready for "Confirm that commitment is secured"
      And the second leader has been able to "Withdraw the pledge" for the commitment "second leader's pledge"
        | Reasons given | It can only be for some months |
      And the second leader has been able to "Pledge" for the commitment "second leader's pledge"
        | What is pledged    | Brings parents together until the summer |
        | By whose authority | Parents' group                           |
        | First day          | today                                    |
        | Last day           | 31 July 2020                             |
      And the zone "Example Wharf" is at "Active"
      When it is 31 July 2020
      Then the zone "Example Wharf" is not in breach
      When 10 days pass
      Then the zone "Example Wharf" is in breach because "at least 2 community leaders still stand by their pledge" since 1 August 2020

  @B-3.4
  Rule: The roles go on being filled and the co-ordinator funded

    Scenario Outline: The <role> leaves and another is appointed
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "End the appointment" for the appointment "<role>'s post"
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today
      When the secretary asks to "Appoint to an office"
        | Office              | <role>                      |
        | Person              | Lou Example                 |
        | Body                | Example Wharf               |
        | Duties              | Carries on what was begun   |
        | Employer            | Example Council             |
        | Source of funding   | Example grant               |
        | Last day of funding | in 365 days                 |
      Then it is done
      And the zone "Example Wharf" is no longer in breach

      Examples:
        | role           | reason                                                  |
        | agency lead    | an agency lead is in post, or an exception is minuted   |
        | community lead | a community lead is in post, or an exception is minuted |
        | co-ordinator   | a co-ordinator is in post, or an exception is minuted   |

    Scenario Outline: The <role> leaves a zone at "<stage>"
      Given the zone "Example Wharf" is at "<stage>"
      When the secretary asks to "End the appointment" for the appointment "<role>'s post"
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today

      Examples:
        | role           | stage          | reason                                                  |
        | agency lead    | Roles assigned | an agency lead is in post, or an exception is minuted   |
        | agency lead    | Toolkit issued | an agency lead is in post, or an exception is minuted   |
        | community lead | Roles assigned | a community lead is in post, or an exception is minuted |
        | community lead | Toolkit issued | a community lead is in post, or an exception is minuted |
        | co-ordinator   | Roles assigned | a co-ordinator is in post, or an exception is minuted   |
        | co-ordinator   | Toolkit issued | a co-ordinator is in post, or an exception is minuted   |

    Scenario Outline: The co-ordinator's funding runs out while the zone is at "<stage>"
      Given the zone "Example Wharf" is at "<stage>"
      When 731 days pass
      Then the zone "Example Wharf" is in breach because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted" since <since>

      Examples:
        | stage          | since      |
        | Roles assigned | today      |
        | Toolkit issued | 7 days ago |

    Scenario: The co-ordinator's funding runs out and is found again
      Given the zone "Example Wharf" is at "Active"
      When it is 1 June 2022
      Then the zone "Example Wharf" is in breach because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted" since 27 February 2022
      When the secretary asks to "Record the funding of the post" for the appointment "co-ordinator's post"
        | Source of funding   | Another example grant |
        | Employer            | Example Council       |
        | Last day of funding | in 365 days           |
      Then it is done
      And the zone "Example Wharf" is no longer in breach

  @B-3.6
  Rule: The zone goes on working at both pairs of tiers

    Scenario Outline: Work <where> ends
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "End" for the initiative "<initiative>"
        | Why it ended | The money has run out |
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today
      When the secretary asks to "Record a decision"
        | What was decided        | Carry on without       |
        | Body that decided       | Prevention Board       |
        | Date of the meeting     | today                  |
        | Minute                  | 2020/8                 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule>                 |
        | What it is about        | Example Wharf          |
        | Reason given            | Money is being sought  |
      Then it is done
      And the zone "Example Wharf" is no longer in breach

      Examples:
        | where                | initiative                        | rule                                                  | reason                                                                                   |
        | at the lower tiers   | generic initiative                | A generic initiative runs in the zone                 | an initiative runs in the zone at a generic tier, or an exception is minuted             |
        | on the behaviour     | initiative aimed at the behaviour | An initiative aimed at the behaviour runs in the zone | an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted |

  @X-6
  Rule: An exception counts for its own zone, until its last day and until it is rescinded

    Scenario Outline: An exception for a zone at work: <rule>
      Given the zone "Example Wharf" is at "Active"
      And the zone "Example Mill" is at "Proposed"
      When the secretary asks to "<move>" for the <kind> "<record>"
        | Why it ended | It could not go on |
      And the secretary asks to "Record a decision"
        | What was decided        | Something for another zone |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2020/7 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule> |
        | What it is about        | Example Mill |
        | Reason given            | It will follow |
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today
      When the secretary asks to "Record a decision"
        | What was decided          | Go on for a month |
        | Body that decided         | Prevention Board |
        | Date of the meeting       | today |
        | Minute                    | 2020/8 |
        | Kind of decision          | An exception to a rule |
        | Rule that it sets aside   | <rule> |
        | What it is about          | Example Wharf |
        | Reason given              | It will follow |
        | Last day of the exception | in 30 days |
      Then the zone "Example Wharf" is no longer in breach
      When the chair asks to "Confirm the minutes" for the decision "Go on for a month"
      And 30 days pass
      Then the zone "Example Wharf" is not in breach
      When 1 day passes
      Then the zone "Example Wharf" is in breach because "<reason>" since today
      When the secretary asks to "Record a decision"
        | What was decided        | Go on until further notice |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2020/9 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule> |
        | What it is about        | Example Wharf |
        | Reason given            | It will follow |
      Then the zone "Example Wharf" is no longer in breach
      When the chair asks to "Rescind the decision" for the decision "Go on until further notice"
        | Why it was rescinded | It has taken too long |
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today

      Examples:
        | rule                                                  | move                | kind        | record                            | reason                                                                                   |
        | A zone has an agency lead                             | End the appointment | appointment | agency lead's post                | an agency lead is in post, or an exception is minuted                                    |
        | A zone has a community lead                           | End the appointment | appointment | community lead's post             | a community lead is in post, or an exception is minuted                                  |
        | A zone has a co-ordinator                             | End the appointment | appointment | co-ordinator's post               | a co-ordinator is in post, or an exception is minuted                                    |
        | A generic initiative runs in the zone                 | End                 | initiative  | generic initiative                | an initiative runs in the zone at a generic tier, or an exception is minuted             |
        | An initiative aimed at the behaviour runs in the zone | End                 | initiative  | initiative aimed at the behaviour | an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted |

    Scenario: An exception for the funding of the co-ordinator
      Given the zone "Example Wharf" is at "Active"
      And the zone "Example Mill" is at "Proposed"
      And it is 1 June 2022
      When the secretary asks to "Record a decision"
        | What was decided        | Something for another zone |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2022/7 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | The co-ordinator is a funded post |
        | What it is about        | Example Mill |
        | Reason given            | It will follow |
      Then the zone "Example Wharf" is in breach because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted" since 27 February 2022
      When the secretary asks to "Record a decision"
        | What was decided          | Go on for a month |
        | Body that decided         | Prevention Board |
        | Date of the meeting       | today |
        | Minute                    | 2022/8 |
        | Kind of decision          | An exception to a rule |
        | Rule that it sets aside   | The co-ordinator is a funded post |
        | What it is about          | Example Wharf |
        | Reason given              | It will follow |
        | Last day of the exception | in 30 days |
      Then the zone "Example Wharf" is no longer in breach
      When the chair asks to "Confirm the minutes" for the decision "Go on for a month"
      And 30 days pass
      Then the zone "Example Wharf" is not in breach
      When 1 day passes
      Then the zone "Example Wharf" is in breach because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted" since today
      When the secretary asks to "Record a decision"
        | What was decided        | Go on until further notice |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2022/9 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | The co-ordinator is a funded post |
        | What it is about        | Example Wharf |
        | Reason given            | It will follow |
      Then the zone "Example Wharf" is no longer in breach
      When the chair asks to "Rescind the decision" for the decision "Go on until further notice"
        | Why it was rescinded | It has taken too long |
      Then it is done
      And the zone "Example Wharf" is in breach because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted" since today

    Scenario Outline: An exception for a zone that is about to start work: <rule>
      Given the zone "Example Wharf" is ready for "Start work"
      And the zone "Example Mill" is at "Proposed"
      And the co-ordinator has been able to "<move>" for the <kind> "<record>"
        | <label> | It was a mistake |
      And the secretary has been able to "Record a decision"
        | What was decided        | Something for another zone |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2020/7 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule> |
        | What it is about        | Example Mill |
        | Reason given            | It will follow |
      And the secretary has been able to "Record a decision"
        | What was decided          | Start without within a week |
        | Body that decided         | Prevention Board |
        | Date of the meeting       | today |
        | Minute                    | 2020/8 |
        | Kind of decision          | An exception to a rule |
        | Rule that it sets aside   | <rule> |
        | What it is about          | Example Wharf |
        | Reason given              | It will follow |
        | Last day of the exception | in 7 days |
      When 8 days pass
      And the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "<reason>"
      When the secretary asks to "Record a decision"
        | What was decided        | Start without |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2020/9 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule> |
        | What it is about        | Example Wharf |
        | Reason given            | It will follow |
      And the chair asks to "Rescind the decision" for the decision "Start without"
        | Why it was rescinded | The Board wants to look again |
      And the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is refused only because "<reason>"
      When the secretary asks to "Record a decision"
        | What was decided        | Start without after all |
        | Body that decided       | Prevention Board |
        | Date of the meeting     | today |
        | Minute                  | 2020/10 |
        | Kind of decision        | An exception to a rule |
        | Rule that it sets aside | <rule> |
        | What it is about        | Example Wharf |
        | Reason given            | It will follow |
      And the chair asks to "Confirm the minutes" for the decision "Start without after all"
      And the co-ordinator asks to "Start work" for the zone "Example Wharf"
      Then it is done

      Examples:
        | rule                                     | move                           | kind    | record              | label                 | reason                                                               |
        | Both sides have acknowledged the toolkit | Note that it has been replaced | toolkit | agencies' toolkit   | Note                  | both sides have acknowledged the toolkit, or an exception is minuted |
        | There is a baseline reading              | Strike it out                  | reading | baseline            | Why it does not count | there is a baseline reading, or an exception is minuted              |

  @B-2.10 @B-2.11 @B-3.4 @B-3.6
  Rule: Until the Board has decided how an evaluated zone goes on, it still needs what it needed at work

    Scenario Outline: Missing from a zone that has been evaluated: <what>
      Given the zone "Example Wharf" is at "Evaluated"
      When the <who> asks to "<move>" for the <kind> "<record>"
        | <label> | <reason given> |
      Then it is done
      And the zone "Example Wharf" is in breach because "<reason>" since today

      Examples:
        | what                    | who           | move                | kind        | record                            | label         | reason given   | reason                                                                                   |
        | a community leader      | second leader | Withdraw the pledge | commitment  | second leader's pledge            | Reasons given | Has moved away | at least 2 community leaders still stand by their pledge                                 |
        | the agency lead         | secretary     | End the appointment | appointment | agency lead's post                | Why it ended  | Has moved on   | an agency lead is in post, or an exception is minuted                                    |
        | the community lead      | secretary     | End the appointment | appointment | community lead's post             | Why it ended  | Has moved on   | a community lead is in post, or an exception is minuted                                  |
        | the co-ordinator        | secretary     | End the appointment | appointment | co-ordinator's post               | Why it ended  | Has moved on   | a co-ordinator is in post, or an exception is minuted                                    |
        | work at the lower tiers | co-ordinator  | End                 | initiative  | generic initiative                | Why it ended  | Money ran out  | an initiative runs in the zone at a generic tier, or an exception is minuted             |
        | work on the behaviour   | co-ordinator  | End                 | initiative  | initiative aimed at the behaviour | Why it ended  | Money ran out  | an initiative aimed at the zone's behaviour runs in the zone, or an exception is minuted |

    Scenario: The co-ordinator's funding runs out after the zone has been evaluated
      Given the zone "Example Wharf" is at "Evaluated"
      When it is 1 June 2022
      Then the zone "Example Wharf" is in breach because "the co-ordinator's post has a source of funding, an employer and funding that has not run out, or an exception is minuted" since 27 February 2022

  @B-2.3 @B-2.4 @B-2.6 @B-2.11
  Rule: What a zone has brought about is counted, and what came to nothing is not

    Scenario Outline: <what> that is at "<stage>"
      Given the <kind> "<name>" is at "<stage>"
      Then the zone "Example Wharf" shows
        | <figure> | <value> |

      Examples:
        | what        | kind     | name                         | stage     | figure                          | value     |
        | Funding     | funding  | Mentors in example schools   | Awarded   | Funding brought in              | £7,500.00 |
        | Funding     | funding  | Mentors in example schools   | Spent     | Funding brought in              | £7,500.00 |
        | An activity | activity | Evening football             | Committed | Activities committed            | 1         |
        | An activity | activity | Evening football             | Running   | Activities committed            | 1         |
        | An activity | activity | Evening football             | Finished  | Activities committed            | 1         |
        | Outreach    | outreach | Outreach at Example Quay     | Arranged  | Outreach arranged or done       | 1         |
        | Outreach    | outreach | Outreach at Example Quay     | Under way | Outreach arranged or done       | 1         |
        | A project   | payback  | New benches at Example Wharf | Reviewed  | Hours of Community Payback done | 130       |

    Scenario: Outreach that was stopped is not counted
      Given the outreach "Outreach at Example Quay" is at "Arranged"
      When the secretary asks to "Stop" for the outreach "Outreach at Example Quay"
        | Why it stopped | Nobody can be found for it |
      Then it is done
      And the zone "Example Wharf" shows
        | Outreach arranged or done | 0 |

  @X-14
  Rule: The Board may let a zone rest, and it comes back to where it was

    Scenario Outline: A zone at "<stage>" is suspended and resumed
      Given the zone "Example Wharf" is at "<stage>"
      When the chair asks to "Suspend" for the zone "Example Wharf"
        | Why it is suspended | Building work |
      Then it is done
      And the zone "Example Wharf" is at "Suspended"
      When 30 days pass
      And the vice-chair asks to "Resume" for the zone "Example Wharf"
      Then it is done
      And the zone "Example Wharf" is at "<stage>"

      Examples:
        | stage          |
        | Going ahead    |
        | Roles assigned |
        | Toolkit issued |
        | Active         |

    Scenario: What an active zone needs must still be there when it resumes
      Given the zone "Example Wharf" is at "Active"
      And the chair has been able to "Suspend" for the zone "Example Wharf"
        | Why it is suspended | Building work |
      And the secretary has been able to "End the appointment" for the appointment "community lead's post"
      When the chair asks to "Resume" for the zone "Example Wharf"
      Then it is refused only because "a community lead is in post, or an exception is minuted"

    Scenario: The co-ordinator does not suspend the zone
      Given the zone "Example Wharf" is at "Active"
      When the co-ordinator asks to "Suspend" for the zone "Example Wharf"
        | Why it is suspended | Building work |
      Then it is refused only because "'Suspend' is for Chair or Vice-chair"
