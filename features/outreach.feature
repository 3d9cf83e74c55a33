Feature: Help for a community that is not ready yet
  Some communities have strong leaders, others have very few. A community with few is not shut
  out: before anybody asks it to commit, it gets help, from an interim officer who works on the
  spot and with an introductory pack.

  @B-2.11 @B-2.2
  Rule: A weak community is helped into commitment and not locked out by it

    Scenario: A community with little leadership is helped until two leaders pledge
      Given the outreach "Outreach at Example Quay" is at "Completed"
      And the secretary has been able to "Record a decision"
        | What was decided    | Commission Example Wharf |
        | Body that decided   | Prevention Board         |
        | Date of the meeting | today                    |
        | Minute              | 2020/2                   |
        | Kind of decision    | Commissioning a zone     |
        | What it is about    | Example Wharf            |
      And the chair has been able to "Commission the zone" for the zone "Example Wharf"
        | Strategy                  | Calm example buses              |
        | Agencies required         | Example Police, Example Council |
        | Decision to commission it | Commission Example Wharf        |
      And the secretary has been able to "Seek a community leader's commitment"
        | Zone             | Example Wharf |
        | Community leader | Lee Example   |
      And this is known as "Lee's pledge"
      When the first leader asks to "Pledge" for the commitment "Lee's pledge"
        | What is pledged    | Opens the youth club   |
        | By whose authority | Residents' association |
        | First day          | today                  |
      Then it is done
      And the zone "Example Wharf" shows
        | community leaders pledged | 1 |
        | outreach arranged or done | 1 |
      And the community "Example Quay" shows
        | outreach completed there | 1 |

    Scenario: Outreach is arranged once the community of a zone is known
      Given the zone "Example Wharf" is at "Community identified"
      When the board member asks to "Arrange outreach"
        | Title     | Help for Example Quay |
        | Zone      | Example Wharf         |
        | Community | Example Quay          |
      Then it is done
      And the outreach "Help for Example Quay" is at "Arranged"

    Scenario: Outreach is still arranged while commitment is being sought
      Given the zone "Example Wharf" is at "Commissioned"
      When the secretary asks to "Arrange outreach"
        | Title     | Help for Example Quay |
        | Zone      | Example Wharf         |
        | Community | Example Quay          |
      Then it is done

    Scenario: A zone with commitment secured needs no outreach
      Given the zone "Example Wharf" is at "Commitment secured"
      When the board member asks to "Arrange outreach"
        | Title     | Help for Example Quay |
        | Zone      | Example Wharf         |
        | Community | Example Quay          |
      Then it is refused only because "the community of the zone has been identified and commitment is not secured yet"

    Scenario: Help goes to a community that the zone is to serve
      Given the zone "Example Wharf" is at "Community identified"
      And the secretary has been able to "Register a community"
        | Name              | Example Cross |
        | Upper-tier area   | Rutland       |
        | Kind of community | A place       |
      When the board member asks to "Arrange outreach"
        | Title     | Help for Example Cross |
        | Zone      | Example Wharf          |
        | Community | Example Cross          |
      Then it is refused only because "the community is one of those that the zone is to serve"

    Scenario: The Board decides where help goes
      Given the zone "Example Wharf" is at "Community identified"
      When the council officer asks to "Arrange outreach"
        | Title     | Help for Example Quay |
        | Zone      | Example Wharf         |
        | Community | Example Quay          |
      Then it is refused only because "'Arrange outreach' is for Secretariat, Board member, Chair or Vice-chair"

  @B-2.11
  Rule: An interim officer works with the community and gives out the introductory pack

    Scenario: An interim officer begins
      Given the outreach "Outreach at Example Quay" is at "Arranged"
      When the secretary asks to "Begin with an interim officer" for the outreach "Outreach at Example Quay"
        | Interim officer                 | Ivy Example     |
        | Employer of the interim officer | Example Council |
        | Last day                        | in 90 days      |
      Then it is done
      And the outreach "Outreach at Example Quay" is at "Under way"

    Scenario: Nobody becomes interim officer by their own word
      Given the outreach "Outreach at Example Quay" is at "Arranged"
      When the evaluator asks to "Begin with an interim officer" for the outreach "Outreach at Example Quay"
        | Interim officer | Eve Example |
        | Last day        | in 90 days  |
      Then it is refused only because "'Begin with an interim officer' is for Secretariat"

    Scenario: Outreach without the introductory pack is not complete
      Given the outreach "Outreach at Example Quay" is at "Under way"
      When the interim officer asks to "Complete" for the outreach "Outreach at Example Quay"
        | Possible leaders found | 2                         |
        | Outcome                | Two residents are willing |
      Then it is refused only because "the community has had the introductory pack"

    Scenario: With the pack given out the interim officer completes the outreach
      Given the outreach "Outreach at Example Quay" is at "Under way"
      And the interim officer has been able to "Give out the introductory pack" for the outreach "Outreach at Example Quay"
        | Introductory pack | First edition, at the example library |
      When the interim officer asks to "Complete" for the outreach "Outreach at Example Quay"
        | Possible leaders found | 2                         |
        | Outcome                | Two residents are willing |
      Then it is done
      And the outreach "Outreach at Example Quay" is at "Completed"
      And the outreach "Outreach at Example Quay" shows
        | Day on which the pack was given out | today |
        | Possible leaders found              | 2     |

    Scenario: A pack that was not given out after all
      Given the outreach "Outreach at Example Quay" is at "Under way"
      And the interim officer has been able to "Give out the introductory pack" for the outreach "Outreach at Example Quay"
        | Introductory pack | First edition, at the example library |
      When the secretary asks to take back the last step of the outreach "Outreach at Example Quay" because "the meeting was called off"
      Then it is done
      And the outreach "Outreach at Example Quay" shows
        | Day on which the pack was given out | nothing |

  @X-9
  Rule: Outreach comes to an end

    Scenario: The Board stops an outreach, and the interim officer cannot
      Given the outreach "Outreach at Example Quay" is at "Under way"
      When the interim officer asks to "Stop" for the outreach "Outreach at Example Quay"
        | Why it stopped | Nobody comes |
      Then it is refused only because "'Stop' is for Secretariat, Chair or Vice-chair"
      When the vice-chair asks to "Stop" for the outreach "Outreach at Example Quay"
        | Why it stopped | Nobody comes |
      Then it is done
      And the outreach "Outreach at Example Quay" is at "Stopped"

  @B-2.11
  Rule: What can be done with outreach at each stage, and by whom

    Scenario: How outreach is arranged
      Then an outreach is opened by these steps
        | Step             | Who                                                        | Must be given          | May be given                                                     | Leads to |
        | Arrange outreach | the secretary, the chair, the vice-chair, the board member | Title, Zone, Community | Interim officer, Employer of the interim officer, Last day, Note | Arranged |

    Scenario: What can be done once outreach is arranged
      Given the outreach "Outreach at Example Quay" is at "Arranged"
      Then these steps are open to the outreach "Outreach at Example Quay"
        | Step                                             | Who                                      | Must be given             | May be given                    | Leads to  |
        | Begin with an interim officer                    | the secretary                            | Interim officer, Last day | Employer of the interim officer | Under way |
        | Stop                                             | the secretary, the chair, the vice-chair | Why it stopped            |                                 | Stopped   |
        | Correct: Title, Introductory pack, Outcome, Note | the secretary                            | Title                     |                                 |           |
      And the outreach "Outreach at Example Quay" should move on by 10 February 2020, or the secretary is told

    Scenario: What can be done while outreach is under way
      Given the outreach "Outreach at Example Quay" is at "Under way"
      Then these steps are open to the outreach "Outreach at Example Quay"
        | Step                                             | Who                                      | Must be given                   | May be given | Leads to  |
        | Give out the introductory pack                   | the secretary, the interim officer       | Introductory pack               |              | Under way |
        | Complete                                         | the secretary, the interim officer       | Possible leaders found, Outcome |              | Completed |
        | Stop                                             | the secretary, the chair, the vice-chair | Why it stopped                  |              | Stopped   |
        | Correct: Title, Introductory pack, Outcome, Note | the secretary                            | Title                           |              |           |
        | Take back the last step                          | the secretary                            |                                 |              | Arranged  |
      And the outreach "Outreach at Example Quay" should move on by 19 April 2020, or the interim officer, the secretary are told

    Scenario: What can be done once outreach is completed
      Given the outreach "Outreach at Example Quay" is at "Completed"
      Then these steps are open to the outreach "Outreach at Example Quay"
        | Step                                             | Who           | Must be given | May be given | Leads to  |
        | Correct: Title, Introductory pack, Outcome, Note | the secretary | Title         |              |           |
        | Take back the last step                          | the secretary |               |              | Under way |

    Scenario: What can be done once outreach has stopped
      Given the outreach "Outreach at Example Quay" is at "Arranged"
      And the chair has been able to "Stop" for the outreach "Outreach at Example Quay"
        | Why it stopped | Nobody comes |
      Then these steps are open to the outreach "Outreach at Example Quay"
        | Step                                             | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Introductory pack, Outcome, Note | the secretary | Title         |              |          |
        | Take back the last step                          | the secretary |               |              | Arranged |

    Scenario: What can be done once the pack has been given out
      Given the outreach "Outreach at Example Quay" is ready for "Complete"
      Then these steps are open to the outreach "Outreach at Example Quay"
        | Step                                             | Who                                      | Must be given                   | May be given | Leads to  |
        | Give out the introductory pack                   | the secretary, the interim officer       | Introductory pack               |              | Under way |
        | Complete                                         | the secretary, the interim officer       | Possible leaders found, Outcome |              | Completed |
        | Stop                                             | the secretary, the chair, the vice-chair | Why it stopped                  |              | Stopped   |
        | Correct: Title, Introductory pack, Outcome, Note | the secretary                            | Title                           |              |           |
        | Take back the last step                          | the secretary                            |                                 |              | Under way |
      And the outreach "Outreach at Example Quay" should move on in 76 days, or the interim officer, the secretary are told

    Scenario: Outreach counts with the community once it is completed
      Given the outreach "Outreach at Example Quay" is at "Under way"
      Then the community "Example Quay" shows
        | outreach completed there | 0 |

    Scenario: It may be that no leader was found
      Given the outreach "Outreach at Example Quay" is ready for "Complete"
      When the interim officer asks to "Complete" for the outreach "Outreach at Example Quay"
        | Possible leaders found | 0                   |
        | Outcome                | Nobody is ready yet |
      Then it is done

    Scenario: Fewer than no leaders cannot be found
      Given the outreach "Outreach at Example Quay" is ready for "Complete"
      When the interim officer asks to "Complete" for the outreach "Outreach at Example Quay"
        | Possible leaders found | -1                  |
        | Outcome                | Nobody is ready yet |
      Then it is sent back because "it must be at least 0"
