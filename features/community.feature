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
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     |                                        |              |                 |

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
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     |                                        |              |                 |
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
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     |                                        |              |                 |
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
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary                                     |                                        |              |                 |
        | Take back the last step                                              | the secretary                                     |                                        |              | On the register |

    Scenario: What can be done with a community that is no longer used
      Given the community "Example Quay" is at "On the register"
      And the secretary has been able to "Appoint to an office"
        | Office | Community leader |
        | Person | Lee Example      |
        | Body   | Example Quay     |
      And the secretary has been able to "Take it out of use" for the community "Example Quay"
      Then these steps are open to the community "Example Quay"
        | Step                                                                 | Who           | Must be given | May be given | Leads to        |
        | Take it into use again                                               | the secretary |               |              | On the register |
        | Correct: Name, Upper-tier area, District, Area codes, Evidence, Note | the secretary |               |              |                 |
        | Take back the last step                                              | the secretary |               |              | On the register |
