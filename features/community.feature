Feature: The communities that zones could serve
  The Board looks for the places where a behaviour is most common, or where a community has
  little to fall back on. How strong its leadership is tells what help it needs at the start.

  @B-3.1
  Rule: The Board finds where a behaviour is most common

    Scenario: The analysis shows where the behaviour is most common
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the board member has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      When the secretary asks to "Record the behaviours that are most common there" for the community "Example Cross"
        | Behaviours most common there | Threats on example buses   |
        | Evidence                     | Reports of the bus company |
      Then it is done
      And the community "Example Cross" shows
        | Behaviours most common there | Threats on example buses |

    Scenario: A finding without evidence is not taken
      Given the community "Example Quay" is at "On the register"
      When the secretary asks to "Record the behaviours that are most common there" for the community "Example Quay"
        | Behaviours most common there | Threats on example buses |
      Then it is sent back because "must be given (Evidence)"

    Scenario: A finding about the wrong place is taken back
      Given the behaviour "Threats on example buses" is at "Analysed"
      And the board member has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      And the board member has been able to "Record the behaviours that are most common there" for the community "Example Cross"
        | Behaviours most common there | Threats on example buses   |
        | Evidence                     | Reports of the bus company |
      When the secretary asks to take back the last step of the community "Example Cross" because "the figures were of Example Quay"
      Then it is done
      And the community "Example Cross" shows
        | Behaviours most common there | none    |
        | Evidence                     | nothing |

    Scenario: Where a zone is at work can be seen from the community
      Given the zone "Example Wharf" is at "Active"
      Then the community "Example Quay" shows
        | zones that serve it | 1 |

  @S-9.6
  Rule: Communities with low resilience are found by place

    Scenario: The resilience of a community is assessed
      Given the community "Example Quay" is at "On the register"
      When the board member asks to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      Then it is done
      And the community "Example Quay" shows
        | Resilience | Low |

    Scenario: An agency does not assess the resilience of a community alone
      Given the community "Example Quay" is at "On the register"
      When the police officer asks to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                     |
        | Evidence   | What officers have seen |
      Then it is refused only because "'Assess its resilience' is for Secretariat or Board member"

  @B-2.2
  Rule: Community leadership carries a zone and differs from place to place

    Scenario: A community leader says how strong leadership is at home
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      When the first leader asks to "Assess its leadership" for the community "Example Quay"
        | Community leadership | Very limited                         |
        | Evidence             | Two volunteers keep everything going |
      Then it is done
      And the community "Example Quay" shows
        | Community leadership      | Very limited |
        | community leaders in post | 1            |

    Scenario: A leader of one community does not judge another
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Register a community"
        | Name              | Example Cross |
        | Upper-tier area   | Rutland       |
        | Kind of community | A place       |
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Cross    |
      When the first leader asks to "Assess its leadership" for the community "Example Quay"
        | Community leadership | Very limited |
      Then it is refused only because "'Assess its leadership' is for Secretariat, Board member or Community leader of this community"

  @X-10
  Rule: A community is kept on the register as long as a zone serves it

    Scenario: A community that a zone serves stays on the register
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "Take it out of use" for the community "Example Quay"
      Then it is refused only because "no zone serves it any more"

    Scenario: When the zone is closed its community may be taken out of use
      Given the zone "Example Wharf" is at "Active"
      And the chair has been able to "Close" for the zone "Example Wharf"
        | Why it ended | The bus line has been moved |
      When the secretary asks to "Take it out of use" for the community "Example Quay"
      Then it is done
      And the community "Example Quay" is at "No longer used"

    Scenario: A community is taken into use again
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Take it out of use" for the community "Example Quay"
      When the secretary asks to "Take it into use again" for the community "Example Quay"
      Then it is done
      And the community "Example Quay" is at "On the register"

  @X-10
  Rule: What can be done with a community at each stage, and by whom

    Scenario: How a community is registered
      Given the board "Example Prevention Board" is at "Established"
      Then a community is opened by these steps
        | Step                 | Who                             | Must be given                            | May be given                                                                                         | Leads to        |
        | Register a community | the secretary, the board member | Name, Upper-tier area, Kind of community | District, Area codes, Behaviours most common there, Resilience, Community leadership, Evidence, Note | On the register |

    Scenario: What can be done with a community on the register
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      Then these steps are open to the community "Example Quay"
        | Step                                                                 | Who                                               | Must be given                          | May be given | Leads to        |
        | Record the behaviours that are most common there                     | the secretary, the board member                   | Behaviours most common there, Evidence |              | On the register |
        | Assess its resilience                                                | the secretary, the board member                   | Resilience, Evidence                   |              | On the register |
        | Assess its leadership                                                | the secretary, the board member, the first leader | Community leadership                   | Evidence     | On the register |
        | Take it out of use                                                   | the secretary                                     |                                        | Note         | No longer used  |
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     | Name, Upper-tier area                  |              |                 |

    Scenario: What can be done once its behaviours were recorded
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And the secretary has been able to "Record the behaviours that are most common there" for the community "Example Quay"
        | Behaviours most common there | Threats on example buses |
        | Evidence                     | Reports of last year     |
      Then these steps are open to the community "Example Quay"
        | Step                                                                 | Who                                               | Must be given                          | May be given | Leads to        |
        | Record the behaviours that are most common there                     | the secretary, the board member                   | Behaviours most common there, Evidence |              | On the register |
        | Assess its resilience                                                | the secretary, the board member                   | Resilience, Evidence                   |              | On the register |
        | Assess its leadership                                                | the secretary, the board member, the first leader | Community leadership                   | Evidence     | On the register |
        | Take it out of use                                                   | the secretary                                     |                                        | Note         | No longer used  |
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     | Name, Upper-tier area                  |              |                 |
        | Take back the last step                                              | the secretary                                     |                                        |              | On the register |

    Scenario: What can be done once its resilience was assessed
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                  |
        | Evidence   | Reports of last year |
      Then these steps are open to the community "Example Quay"
        | Step                                                                 | Who                                               | Must be given                          | May be given | Leads to        |
        | Record the behaviours that are most common there                     | the secretary, the board member                   | Behaviours most common there, Evidence |              | On the register |
        | Assess its resilience                                                | the secretary, the board member                   | Resilience, Evidence                   |              | On the register |
        | Assess its leadership                                                | the secretary, the board member, the first leader | Community leadership                   | Evidence     | On the register |
        | Take it out of use                                                   | the secretary                                     |                                        | Note         | No longer used  |
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     | Name, Upper-tier area                  |              |                 |
        | Take back the last step                                              | the secretary                                     |                                        |              | On the register |

    Scenario: What can be done once its leadership was assessed
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And the first leader has been able to "Assess its leadership" for the community "Example Quay"
        | Community leadership | Strong |
      Then these steps are open to the community "Example Quay"
        | Step                                                                 | Who                                               | Must be given                          | May be given | Leads to        |
        | Record the behaviours that are most common there                     | the secretary, the board member                   | Behaviours most common there, Evidence |              | On the register |
        | Assess its resilience                                                | the secretary, the board member                   | Resilience, Evidence                   |              | On the register |
        | Assess its leadership                                                | the secretary, the board member, the first leader | Community leadership                   | Evidence     | On the register |
        | Take it out of use                                                   | the secretary                                     |                                        | Note         | No longer used  |
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     | Name, Upper-tier area                  |              |                 |
        | Take back the last step                                              | the secretary                                     |                                        |              | On the register |

    Scenario: What can be done with a community that is no longer used
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And the secretary has been able to "Take it out of use" for the community "Example Quay"
      Then these steps are open to the community "Example Quay"
        | Step                                                                 | Who           | Must be given         | May be given | Leads to        |
        | Take it into use again                                               | the secretary |                       |              | On the register |
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary | Name, Upper-tier area |              |                 |
        | Take back the last step                                              | the secretary |                       |              | On the register |

  @S-9.5 @S-7.1
  Rule: It is seen what runs in a community and at which tiers nothing does

    Scenario: What names a community is counted tier by tier
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Games           |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Communities that it reaches                   | Example Quay    |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Clubs           |
        | Tier                                          | Tier 1, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Communities that it reaches                   | Example Quay    |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Street party                |
        | Tier                                          | Lower tiers, not told apart |
        | Upper-tier authorities in whose areas it runs | Example Council             |
        | Communities that it reaches                   | Example Quay                |
        | Last day                                      | in 10 days                  |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Night patrol                   |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Last day                                      | in 10 days                     |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Elsewhere       |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Elsewhere above                |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | Summer camp     |
        | Tier                                          | Tier 0, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Communities that it reaches                   | Example Quay    |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | Bus guards                     |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
      When 10 days pass
      Then the community "Example Quay" shows
        | initiatives at the lower tiers that name it  | 3    |
        | initiatives at the upper tiers that name it  | 2    |
        | tiers at which nothing is known to run there | none |
      When 1 day passes
      Then the community "Example Quay" shows
        | initiatives at the lower tiers that name it  | 2                              |
        | initiatives at the upper tiers that name it  | 1                              |
        | tiers at which nothing is known to run there | Tier 3 (aimed at the behaviour) |

  @S-4.5
  Rule: A community is spared a campaign for each behaviour

    Scenario: A second campaign against a single behaviour is seen
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
      Then the community "Example Quay" is not in breach
      When the secretary asks to "Map an initiative that already runs"
        | Name                                          | Posters about buses            |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      Then it is done
      And the community "Example Quay" is in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since today
      When the secretary asks to "End" for the initiative "Posters about buses"
        | Why it ended | One campaign is enough |
      Then it is done
      And the community "Example Quay" is no longer in breach

    Scenario: Generic campaigns and other work do not count, nor what is planned, over or elsewhere
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Be kind         |
        | Tier                                          | Tier 1, generic |
        | Upper-tier authorities in whose areas it runs | Example Council |
        | Communities that it reaches                   | Example Quay    |
        | Is a campaign                                 | yes             |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Mediation                      |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | no                             |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Night patrol                   |
        | Tier                                          | Tier 3, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
      And the secretary has been able to "Plan an initiative"
        | Name                                          | Stalls about buses             |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      And the secretary has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks at the cross             |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Cross                  |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      Then the community "Example Quay" is not in breach

    Scenario: A campaign ends with its last day
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
        | Last day                                      | in 10 days               |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Posters about buses            |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      When 10 days pass
      Then the community "Example Quay" is in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since 10 days ago
      When 1 day passes
      Then the community "Example Quay" is no longer in breach

    Scenario: A campaign names the communities that it reaches
      Given the community "Example Quay" is at "On the register"
      When the secretary asks to "Map an initiative that already runs"
        | Name                                          | Talks about buses              |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      Then it is sent back because "must be given here (Communities that it reaches)"

    Scenario: A community that two campaigns reach is not taken into use again without a minute
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Take it out of use" for the community "Example Quay"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Posters about buses            |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      When the secretary asks to "Take it into use again" for the community "Example Quay"
      Then it is refused only because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted"

    Scenario Outline: A second campaign is in order where the Board has minuted it
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Posters about buses            |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      And the secretary has been able to "Record a decision"
        | What was decided          | An exception           |
        | Body that decided         | Prevention Board       |
        | Date of the meeting       | today                  |
        | Minute                    | 2020/20                |
        | Kind of decision          | <kind>                 |
        | What it is about          | <about>                |
        | Rule that it sets aside   | <rule>                 |
        | Last day of the exception | <until>                |
        | Reason given              | It is joined up        |
      When <days> days pass
      Then the community "Example Quay" is <how>

      Examples:
        | about           | kind                   | rule                                                                | until     | days | how                                                                                                                                 |
        | Example Quay    | An exception to a rule | At most one campaign against a single behaviour reaches a community |           | 9    | no longer in breach                                                                                                                 |
        | Example Quay    | An exception to a rule | At most one campaign against a single behaviour reaches a community | in 5 days | 5    | no longer in breach                                                                                                                 |
        | Example Quay    | An exception to a rule | A zone serves a place of low resilience                             |           | 1    | in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since 1 days ago |
        | Example Council | An exception to a rule | At most one campaign against a single behaviour reaches a community |           | 1    | in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since 1 days ago |
        | Example Quay    | Something else         |                                                                     |           | 1    | in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since 1 days ago |

    Scenario: The exception for a second campaign has a last day
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Posters about buses            |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      And the secretary has been able to "Record a decision"
        | What was decided          | An exception                                                        |
        | Body that decided         | Prevention Board                                                    |
        | Date of the meeting       | today                                                               |
        | Minute                    | 2020/20                                                             |
        | Kind of decision          | An exception to a rule                                              |
        | What it is about          | Example Quay                                                        |
        | Rule that it sets aside   | At most one campaign against a single behaviour reaches a community |
        | Last day of the exception | in 5 days                                                           |
        | Reason given              | It is joined up                                                     |
      When 6 days pass
      Then the community "Example Quay" is in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since today

    Scenario: The exception for a second campaign stands when its minutes are confirmed, and falls when it is rescinded
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Talks about buses        |
        | Tier                                          | Tier 1, generic          |
        | Upper-tier authorities in whose areas it runs | Example Council          |
        | Communities that it reaches                   | Example Quay             |
        | Behaviour it is aimed at                      | Threats on example buses |
        | Is a campaign                                 | yes                      |
      And the secretary has been able to "Map an initiative that already runs"
        | Name                                          | Posters about buses            |
        | Tier                                          | Tier 2, aimed at one behaviour |
        | Upper-tier authorities in whose areas it runs | Example Council                |
        | Communities that it reaches                   | Example Quay                   |
        | Behaviour it is aimed at                      | Threats on example buses       |
        | Is a campaign                                 | yes                            |
      And the secretary has been able to "Record a decision"
        | What was decided          | An exception                                                        |
        | Body that decided         | Prevention Board                                                    |
        | Date of the meeting       | today                                                               |
        | Minute                    | 2020/20                                                             |
        | Kind of decision          | An exception to a rule                                              |
        | What it is about          | Example Quay                                                        |
        | Rule that it sets aside   | At most one campaign against a single behaviour reaches a community |
        | Last day of the exception |                                                                     |
        | Reason given              | It is joined up                                                     |
      And the chair has been able to "Confirm the minutes" for the decision "An exception"
      Then the community "Example Quay" is no longer in breach
      When the chair asks to "Rescind the decision" for the decision "An exception"
        | Why it was rescinded | It was not joined up |
      Then it is done
      And the community "Example Quay" is in breach because "at most 1 campaign against a single behaviour reaches it at a time, or an exception is minuted" since today

  @S-9.6 @S-7.2
  Rule: Places with low resilience get help by way of a People Zone

    Scenario: A place found to have low resilience waits for a zone, and it is seen how long
      Given the community "Example Quay" is at "On the register"
      And the board member has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      When 30 days pass
      Then the community "Example Quay" is in breach because "a zone serves this place of low resilience, or an exception is minuted" since 30 days ago

    Scenario: Where resilience is better nothing is waited for
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      And the board member has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Middling      |
        | Evidence   | A second look |
      Then the community "Example Quay" is no longer in breach
      And the community "Example Quay" shows
        | Resilience assessed on | today |

    Scenario: A place that is only registered as one of low resilience is not waited for
      Given the board "Example Prevention Board" is at "Established"
      And the secretary has been able to "Register a community"
        | Name              | Example Cross  |
        | Upper-tier area   | Leicestershire |
        | Kind of community | A place        |
        | Resilience        | Low            |
      Then the community "Example Cross" is not in breach

    Scenario: A zone that is at work there is the help that was wanted
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      Then the community "Example Quay" is not in breach

    Scenario: A zone that has only been proposed is not yet the help that was wanted
      Given the zone "Example Wharf" is at "Community identified"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      Then the community "Example Quay" is in breach because "a zone serves this place of low resilience, or an exception is minuted" since today

    Scenario: When the zone is closed the place waits again
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      When the chair asks to "Close" for the zone "Example Wharf"
        | Why it ended | The bus line has been moved |
      Then it is done
      And the community "Example Quay" is in breach because "a zone serves this place of low resilience, or an exception is minuted" since today

    Scenario: A place of low resilience is not taken into use again without a zone or a minute
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      And the secretary has been able to "Take it out of use" for the community "Example Quay"
      When the secretary asks to "Take it into use again" for the community "Example Quay"
      Then it is refused only because "a zone serves this place of low resilience, or an exception is minuted"

    Scenario Outline: A place of low resilience without a zone is in order where the Board has minuted it
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      And the secretary has been able to "Record a decision"
        | What was decided          | An exception           |
        | Body that decided         | Prevention Board       |
        | Date of the meeting       | today                  |
        | Minute                    | 2020/20                |
        | Kind of decision          | <kind>                 |
        | What it is about          | <about>                |
        | Rule that it sets aside   | <rule>                 |
        | Last day of the exception | <until>                |
        | Reason given              | It is joined up        |
      When <days> days pass
      Then the community "Example Quay" is <how>

      Examples:
        | about           | kind                   | rule                                                                | until     | days | how                                                                                                         |
        | Example Quay    | An exception to a rule | A zone serves a place of low resilience                             |           | 9    | no longer in breach                                                                                         |
        | Example Quay    | An exception to a rule | A zone serves a place of low resilience                             | in 5 days | 5    | no longer in breach                                                                                         |
        | Example Quay    | An exception to a rule | At most one campaign against a single behaviour reaches a community |           | 1    | in breach because "a zone serves this place of low resilience, or an exception is minuted" since 1 days ago |
        | Example Council | An exception to a rule | A zone serves a place of low resilience                             |           | 1    | in breach because "a zone serves this place of low resilience, or an exception is minuted" since 1 days ago |
        | Example Quay    | Something else         |                                                                     |           | 1    | in breach because "a zone serves this place of low resilience, or an exception is minuted" since 1 days ago |

    Scenario: The exception for a place of low resilience without a zone has a last day
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      And the secretary has been able to "Record a decision"
        | What was decided          | An exception                            |
        | Body that decided         | Prevention Board                        |
        | Date of the meeting       | today                                   |
        | Minute                    | 2020/20                                 |
        | Kind of decision          | An exception to a rule                  |
        | What it is about          | Example Quay                            |
        | Rule that it sets aside   | A zone serves a place of low resilience |
        | Last day of the exception | in 5 days                               |
        | Reason given              | It is joined up                         |
      When 6 days pass
      Then the community "Example Quay" is in breach because "a zone serves this place of low resilience, or an exception is minuted" since today

    Scenario: The exception for a place of low resilience without a zone stands when its minutes are confirmed, and falls when it is rescinded
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      And the secretary has been able to "Record a decision"
        | What was decided          | An exception                            |
        | Body that decided         | Prevention Board                        |
        | Date of the meeting       | today                                   |
        | Minute                    | 2020/20                                 |
        | Kind of decision          | An exception to a rule                  |
        | What it is about          | Example Quay                            |
        | Rule that it sets aside   | A zone serves a place of low resilience |
        | Last day of the exception |                                         |
        | Reason given              | It is joined up                         |
      And the chair has been able to "Confirm the minutes" for the decision "An exception"
      Then the community "Example Quay" is no longer in breach
      When the chair asks to "Rescind the decision" for the decision "An exception"
        | Why it was rescinded | It was not joined up |
      Then it is done
      And the community "Example Quay" is in breach because "a zone serves this place of low resilience, or an exception is minuted" since today

    Scenario: A minute lets a place of low resilience be taken into use again
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Assess its resilience" for the community "Example Quay"
        | Resilience | Low                              |
        | Evidence   | The index of deprivation of 2019 |
      And the secretary has been able to "Take it out of use" for the community "Example Quay"
      And the secretary has been able to "Record a decision"
        | What was decided        | An exception                            |
        | Body that decided       | Prevention Board                        |
        | Date of the meeting     | today                                   |
        | Minute                  | 2020/20                                 |
        | Kind of decision        | An exception to a rule                  |
        | What it is about        | Example Quay                            |
        | Rule that it sets aside | A zone serves a place of low resilience |
        | Reason given            | A zone next door will do                |
      When the secretary asks to "Take it into use again" for the community "Example Quay"
      Then it is done

    Scenario Outline: A zone serves its communities from the day on which it is commissioned until it ends
      Given the zone "Example Wharf" is at "<stage>"
      Then the community "Example Quay" shows
        | zones that serve it | <zones> |

      Examples:
        | stage                | zones |
        | Community identified | 0     |
        | Commissioned         | 1     |
        | Commitment secured   | 1     |
        | Going ahead          | 1     |
        | Roles assigned       | 1     |
        | Toolkit issued       | 1     |
        | Active               | 1     |
        | Suspended            | 1     |
        | Evaluated            | 1     |
        | Renewed              | 1     |
        | Withdrawn            | 0     |
        | Closed               | 0     |

    Scenario: A zone that was taken over serves its community
      Given the zone "Example Wharf" is at "Taken over"
      Then the community "Example Wharf, the place" shows
        | zones that serve it | 1 |
