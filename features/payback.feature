Feature: Community Payback, from nomination to review
  Local people and agencies know best what would make a place better: a path cleared, a wall
  painted, benches mended. They name it, and Community Payback carries it out. Of the work only the
  total of hours is kept. Nobody who carries it out is ever on record.

  @B-2.6
  Rule: Local people and agencies choose improvements for Community Payback to carry out

    Scenario: A resident's idea is carried out and reviewed
      Given the payback "New benches at Example Wharf" is at "Nominated"

      When the co-ordinator asks to "Check it and send it to the provider" for the payback "New benches at Example Wharf"
        | Benefits the community       | yes                            |
        | Takes the place of paid work | no                             |
        | Makes a profit for somebody  | no                             |
        | Provider                     | Example Rehabilitation Company |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Checked"

      When the provider's officer asks to "Accept" for the payback "New benches at Example Wharf"
        | Hours planned | 120 |
      And the provider's officer asks to "Schedule" for the payback "New benches at Example Wharf"
        | Planned for | in 14 days |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Scheduled"

      When 14 days pass
      And the provider's officer asks to "Begin" for the payback "New benches at Example Wharf"
      And the provider's officer asks to "Record the hours so far" for the payback "New benches at Example Wharf"
        | Hours done | 60 |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Under way"
      And the zone "Example Wharf" shows
        | hours of Community Payback done | 60 |

      When 7 days pass
      And the provider's officer asks to "Complete" for the payback "New benches at Example Wharf"
        | Hours done | 130 |
      And the first leader asks to "Review" for the payback "New benches at Example Wharf"
        | Verdict of who asked | As asked for                     |
        | Review               | The benches are in use every day |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Reviewed"
      And the payback "New benches at Example Wharf" shows
        | Hours planned        | 120          |
        | Hours done           | 130          |
        | Verdict of who asked | As asked for |

    Scenario: A photo shows what was done
      Given the payback "New benches at Example Wharf" is ready for "Complete"
      When the provider's officer asks to "Complete" for the payback "New benches at Example Wharf"
        | Hours done                 | 130                                             |
        | Photo of the finished work | Made up: this stands for a picture of 3 benches |
      Then it is done
      And the payback "New benches at Example Wharf" shows
        | Photo of the finished work | Made up: this stands for a picture of 3 benches |

    Scenario: Hours of all projects of a zone are added up
      Given the payback "New benches at Example Wharf" is at "Completed"
      And the payback "Clean walls at Example Wharf" is at "Under way"
      When the co-ordinator asks to "Record the hours so far" for the payback "Clean walls at Example Wharf"
        | Hours done | 25 |
      Then it is done
      And the zone "Example Wharf" shows
        | hours of Community Payback done | 155 |

    Scenario: A letter from a resident is entered by the secretary
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "Nominate a project"
        | Title                 | A new fence           |
        | Zone                  | Example Wharf         |
        | Place                 | The example allotment |
        | Improvement asked for | Mend the fence        |
        | Who asks              | A local person        |
        | Person who asks       | Lou Example           |
        | How it came           | On paper              |
      Then it is done
      And the payback "A new fence" is at "Nominated"

    Scenario: An agency names an improvement
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Nominate a project"
        | Title                 | A new fence           |
        | Zone                  | Example Wharf         |
        | Place                 | The example allotment |
        | Improvement asked for | Mend the fence        |
        | Who asks              | An agency             |
        | Agency that asks      | Example Council       |
        | How it came           | Entered here          |
      Then it is done

    Scenario Outline: It must be known which <asks> it is
      Given the zone "Example Wharf" is at "Active"
      When the council officer asks to "Nominate a project"
        | Title                 | A new fence           |
        | Zone                  | Example Wharf         |
        | Place                 | The example allotment |
        | Improvement asked for | Mend the fence        |
        | Who asks              | <who>                 |
        | How it came           | Entered here          |
      Then it is sent back because "must be given here (<missing>)"

      Examples:
        | asks   | who            | missing          |
        | agency | An agency      | Agency that asks |
        | person | A local person | Person who asks  |

    Scenario: Nobody who carries out the work can be named
      Given the payback "New benches at Example Wharf" is at "Under way"
      When the provider's officer asks to "Record the hours so far" for the payback "New benches at Example Wharf"
        | Hours done | 60          |
        | Worker     | Ned Example |
      Then it is sent back because "Worker"

    Scenario: The hours of a project may be none, but not fewer
      Given the payback "New benches at Example Wharf" is at "Checked"
      When the provider's officer asks to "Accept" for the payback "New benches at Example Wharf"
        | Hours planned | -1 |
      Then it is sent back because "-1 given; it must be at least 0"
      When the provider's officer asks to "Accept" for the payback "New benches at Example Wharf"
        | Hours planned | 0 |
      And the provider's officer asks to "Schedule" for the payback "New benches at Example Wharf"
        | Planned for | today |
      And the provider's officer asks to "Begin" for the payback "New benches at Example Wharf"
      And the provider's officer asks to "Complete" for the payback "New benches at Example Wharf"
        | Hours done | 0 |
      Then it is done

    Scenario: No count of hours is less than nothing
      Given the payback "New benches at Example Wharf" is at "Under way"
      When the co-ordinator asks to "Record the hours so far" for the payback "New benches at Example Wharf"
        | Hours done | -1 |
      Then it is sent back because "-1 given; it must be at least 0"

  @X-11
  Rule: The work benefits the community, displaces no paid work and makes no profit

    Scenario: Work that helps only one household is not for Community Payback
      Given the payback "New benches at Example Wharf" is at "Nominated"
      When the co-ordinator asks to "Check it and send it to the provider" for the payback "New benches at Example Wharf"
        | Benefits the community       | no                             |
        | Takes the place of paid work | no                             |
        | Makes a profit for somebody  | no                             |
        | Provider                     | Example Rehabilitation Company |
      Then it is refused only because "it benefits the community"

    Scenario: Work that somebody is paid for is not for Community Payback
      Given the payback "New benches at Example Wharf" is at "Nominated"
      When the co-ordinator asks to "Check it and send it to the provider" for the payback "New benches at Example Wharf"
        | Benefits the community       | yes                            |
        | Takes the place of paid work | yes                            |
        | Makes a profit for somebody  | no                             |
        | Provider                     | Example Rehabilitation Company |
      Then it is refused only because "it does not take the place of paid work"

    Scenario: Work from which somebody profits is not for Community Payback
      Given the payback "New benches at Example Wharf" is at "Nominated"
      When the co-ordinator asks to "Check it and send it to the provider" for the payback "New benches at Example Wharf"
        | Benefits the community       | yes                            |
        | Takes the place of paid work | no                             |
        | Makes a profit for somebody  | yes                            |
        | Provider                     | Example Rehabilitation Company |
      Then it is refused only because "nobody makes a profit from it"

    Scenario: A nomination that fails the check is turned down with a reason, and the reason stays out of the log
      Given the payback "New benches at Example Wharf" is at "Nominated"
      When the co-ordinator asks to "Turn it down" for the payback "New benches at Example Wharf"
        | Reasons given | A joiner of the town lives by this work |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Declined"
      And the log does not say "joiner"

    Scenario: Whoever asks does not check
      Given the payback "New benches at Example Wharf" is at "Nominated"
      When the first leader asks to "Check it and send it to the provider" for the payback "New benches at Example Wharf"
        | Benefits the community       | yes                            |
        | Takes the place of paid work | no                             |
        | Makes a profit for somebody  | no                             |
        | Provider                     | Example Rehabilitation Company |
      Then it is refused only because "'Check it and send it to the provider' is for Co-ordinator of the zone or Secretariat"

  @B-2.6
  Rule: The provider accepts or declines with a reason

    Scenario: The provider declines
      Given the payback "New benches at Example Wharf" is at "Checked"
      When the provider's officer asks to "Decline with a reason" for the payback "New benches at Example Wharf"
        | Reasons given | No supervisor is free this year |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Declined"

    Scenario: The provider does not decline without a reason
      Given the payback "New benches at Example Wharf" is at "Checked"
      When the provider's officer asks to "Decline with a reason" for the payback "New benches at Example Wharf"
      Then it is sent back because "must be given (Reasons given)"

    Scenario: Nobody accepts for the provider
      Given the payback "New benches at Example Wharf" is at "Checked"
      When the co-ordinator asks to "Accept" for the payback "New benches at Example Wharf"
      Then it is refused only because "'Accept' is for Agency officer of the provider"

    Scenario: Another body has become the provider
      Given the payback "New benches at Example Wharf" is at "Checked"
      And the payback "Clean walls at Example Wharf" is at "Nominated"
      And the secretary has been able to "Register an agency"
        | Name                 | Example Probation Service   |
        | Type of organisation | Probation or rehabilitation |
      And the secretary has been able to "Appoint to an office"
        | Office | Agency officer            |
        | Person | Eve Example               |
        | Body   | Example Probation Service |
      And the secretary has been able to "Check it and send it to the provider" for the payback "Clean walls at Example Wharf"
        | Benefits the community       | yes                       |
        | Takes the place of paid work | no                        |
        | Makes a profit for somebody  | no                        |
        | Provider                     | Example Probation Service |
      When the evaluator asks to "Accept" for the payback "Clean walls at Example Wharf"
      Then it is done
      When the evaluator asks to "Accept" for the payback "New benches at Example Wharf"
      Then it is refused only because "'Accept' is for Agency officer of the provider"

    Scenario: An acceptance given by mistake is taken back
      Given the payback "New benches at Example Wharf" is at "Accepted"
      When the provider's officer asks to take back the last step of the payback "New benches at Example Wharf" because "it was meant for another project"
      Then it is done
      And the payback "New benches at Example Wharf" is at "Checked"

    Scenario: A wrong count of hours is taken back
      Given the payback "New benches at Example Wharf" is at "Under way"
      And the provider's officer has been able to "Record the hours so far" for the payback "New benches at Example Wharf"
        | Hours done | 60 |
      And the provider's officer has been able to "Record the hours so far" for the payback "New benches at Example Wharf"
        | Hours done | 600 |
      When the co-ordinator asks to take back the last step of the payback "New benches at Example Wharf" because "there is a nought too many"
      Then it is done
      And the zone "Example Wharf" shows
        | hours of Community Payback done | 60 |

  @X-19
  Rule: It is reviewed by whoever asked for it

    Scenario: Another leader does not review it
      Given the payback "New benches at Example Wharf" is at "Completed"
      When the second leader asks to "Review" for the payback "New benches at Example Wharf"
        | Verdict of who asked | Partly |
      Then it is refused only because "'Review' is for the person named as person who asks in the Community Payback project or Agency officer of the agency that asks"

    Scenario: Where whoever asked cannot be reached the co-ordinator closes it and says so
      Given the payback "New benches at Example Wharf" is at "Completed"
      When the co-ordinator asks to "Close without a review" for the payback "New benches at Example Wharf"
        | Reasons given | Letters came back twice |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Closed without a review"
      And the zone "Example Wharf" shows
        | hours of Community Payback done | 130 |

    Scenario: Whoever asked may withdraw before the work begins
      Given the payback "New benches at Example Wharf" is at "Scheduled"
      When the first leader asks to "Withdraw" for the payback "New benches at Example Wharf"
        | Reasons given | The residents have mended them |
      Then it is done
      And the payback "New benches at Example Wharf" is at "Withdrawn"

  @B-2.6
  Rule: What can be done with a project at each stage, and by whom

    Scenario: How a project is nominated
      Then a payback is opened by these steps
        | Step               | Who    | Must be given                                                    | May be given                            | Leads to  |
        | Nominate a project | anyone | Title, Zone, Place, Improvement asked for, Who asks, How it came | Person who asks, Agency that asks, Note | Nominated |

    Scenario: What can be done with a project that is at "Nominated"
      Given the payback "New benches at Example Wharf" is at "Nominated"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                                               | Who                                | Must be given                                                                               | May be given | Leads to  |
        | Check it and send it to the provider               | the secretary, the co-ordinator    | Benefits the community, Takes the place of paid work, Makes a profit for somebody, Provider |              | Checked   |
        | Turn it down                                       | the secretary, the co-ordinator    | Reasons given                                                                               |              | Declined  |
        | Withdraw                                           | the first leader, the co-ordinator | Reasons given                                                                               |              | Withdrawn |
        | Correct: Title, Place, Note, Improvement asked for | the secretary, the co-ordinator    | Title, Place, Improvement asked for                                                         |              |           |
      And the payback "New benches at Example Wharf" should move on in 14 days, or the co-ordinator, the secretary are told

    Scenario: What can be done with a project that is at "Checked"
      Given the payback "New benches at Example Wharf" is at "Checked"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                                | Must be given | May be given  | Leads to  |
        | Accept                      | the provider's officer             |               | Hours planned | Accepted  |
        | Decline with a reason       | the provider's officer             | Reasons given |               | Declined  |
        | Withdraw                    | the first leader, the co-ordinator | Reasons given |               | Withdrawn |
        | Correct: Title, Place, Note | the secretary, the co-ordinator    | Title, Place  |               |           |
        | Take back the last step     | the secretary, the co-ordinator    |               |               | Nominated |
      And the payback "New benches at Example Wharf" should move on in 26 days, or the provider's officer is told

    Scenario: What can be done with a project that is at "Accepted"
      Given the payback "New benches at Example Wharf" is at "Accepted"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                                       | Who                                      | Must be given | May be given  | Leads to  |
        | Schedule                                   | the co-ordinator, the provider's officer | Planned for   | Hours planned | Scheduled |
        | Withdraw                                   | the first leader, the co-ordinator       | Reasons given |               | Withdrawn |
        | Correct: Title, Place, Note, Hours planned | the secretary, the co-ordinator          | Title, Place  |               |           |
        | Take back the last step                    | the provider's officer                   |               |               | Checked   |
      And the payback "New benches at Example Wharf" should move on in 60 days, or the provider's officer is told

    Scenario: What can be done with a project that is at "Declined"
      Given the payback "New benches at Example Wharf" is at "Declined"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                             | Must be given | May be given | Leads to |
        | Correct: Title, Place, Note | the secretary, the co-ordinator | Title, Place  |              |          |
        | Take back the last step     | the provider's officer          |               |              | Checked  |

    Scenario: What can be done with a project that is at "Scheduled"
      Given the payback "New benches at Example Wharf" is at "Scheduled"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                                       | Who                                      | Must be given | May be given  | Leads to  |
        | Schedule                                   | the co-ordinator, the provider's officer | Planned for   | Hours planned | Scheduled |
        | Begin                                      | the co-ordinator, the provider's officer |               |               | Under way |
        | Withdraw                                   | the first leader, the co-ordinator       | Reasons given |               | Withdrawn |
        | Correct: Title, Place, Note, Hours planned | the secretary, the co-ordinator          | Title, Place  |               |           |
      And the payback "New benches at Example Wharf" should move on in 21 days, or the provider's officer is told

    Scenario: What can be done with a project that is at "Under way"
      Given the payback "New benches at Example Wharf" is at "Under way"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                                       | Who                                      | Must be given | May be given               | Leads to  |
        | Record the hours so far                    | the co-ordinator, the provider's officer | Hours done    |                            | Under way |
        | Complete                                   | the co-ordinator, the provider's officer | Hours done    | Photo of the finished work | Completed |
        | Correct: Title, Place, Note, Hours planned | the secretary, the co-ordinator          | Title, Place  |                            |           |
        | Take back the last step                    | the co-ordinator, the provider's officer |               |                            | Scheduled |
      And the payback "New benches at Example Wharf" should move on in 90 days, or the provider's officer is told

    Scenario: What can be done with a project that is at "Completed"
      Given the payback "New benches at Example Wharf" is at "Completed"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                                      | Must be given        | May be given | Leads to                |
        | Review                      | the first leader                         | Verdict of who asked | Review       | Reviewed                |
        | Close without a review      | the co-ordinator                         | Reasons given        |              | Closed without a review |
        | Correct: Title, Place, Note | the secretary, the co-ordinator          | Title, Place         |              |                         |
        | Take back the last step     | the co-ordinator, the provider's officer |                      |              | Under way               |
      And the payback "New benches at Example Wharf" should move on in 28 days, or the first leader is told

    Scenario: What can be done with a project that is at "Reviewed"
      Given the payback "New benches at Example Wharf" is at "Reviewed"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                             | Must be given | May be given | Leads to |
        | Correct: Title, Place, Note | the secretary, the co-ordinator | Title, Place  |              |          |

    Scenario: What can be done with a project that is at "Closed without a review"
      Given the payback "New benches at Example Wharf" is at "Closed without a review"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                             | Must be given | May be given | Leads to |
        | Correct: Title, Place, Note | the secretary, the co-ordinator | Title, Place  |              |          |

    Scenario: What can be done with a project that is at "Withdrawn"
      Given the payback "New benches at Example Wharf" is at "Withdrawn"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                             | Must be given | May be given | Leads to  |
        | Correct: Title, Place, Note | the secretary, the co-ordinator | Title, Place  |              |           |
        | Take back the last step     | the co-ordinator                |               |              | Scheduled |

    Scenario: What can be done with a project that an agency asks for
      Given the payback "New benches at Example Wharf" is at "Nominated"
      And the council officer has been able to "Nominate a project"
        | Title                 | A new fence           |
        | Zone                  | Example Wharf         |
        | Place                 | The example allotment |
        | Improvement asked for | Mend the fence        |
        | Who asks              | An agency             |
        | Agency that asks      | Example Council       |
        | How it came           | Entered here          |
      Then these steps are open to the payback "A new fence"
        | Step                                               | Who                                   | Must be given                                                                               | May be given | Leads to  |
        | Check it and send it to the provider               | the secretary, the co-ordinator       | Benefits the community, Takes the place of paid work, Makes a profit for somebody, Provider |              | Checked   |
        | Turn it down                                       | the secretary, the co-ordinator       | Reasons given                                                                               |              | Declined  |
        | Withdraw                                           | the council officer, the co-ordinator | Reasons given                                                                               |              | Withdrawn |
        | Correct: Title, Place, Note, Improvement asked for | the secretary, the co-ordinator       | Title, Place, Improvement asked for                                                         |              |           |
      And the payback "A new fence" should move on in 14 days, or the co-ordinator, the secretary are told
      When the co-ordinator asks to "Check it and send it to the provider" for the payback "A new fence"
        | Benefits the community       | yes                            |
        | Takes the place of paid work | no                             |
        | Makes a profit for somebody  | no                             |
        | Provider                     | Example Rehabilitation Company |
      And the provider's officer asks to "Accept" for the payback "A new fence"
      And the provider's officer asks to "Schedule" for the payback "A new fence"
        | Planned for | today |
      And the provider's officer asks to "Begin" for the payback "A new fence"
      And the provider's officer asks to "Complete" for the payback "A new fence"
        | Hours done | 12 |
      Then these steps are open to the payback "A new fence"
        | Step                        | Who                                      | Must be given        | May be given | Leads to                |
        | Review                      | the council officer                      | Verdict of who asked | Review       | Reviewed                |
        | Close without a review      | the co-ordinator                         | Reasons given        |              | Closed without a review |
        | Correct: Title, Place, Note | the secretary, the co-ordinator          | Title, Place         |              |                         |
        | Take back the last step     | the co-ordinator, the provider's officer |                      |              | Under way               |
      And the payback "A new fence" should move on in 28 days, or the council officer is told

    Scenario: What can be done with a nomination that was turned down
      Given the payback "New benches at Example Wharf" is at "Nominated"
      And the secretary has been able to "Turn it down" for the payback "New benches at Example Wharf"
        | Reasons given | A joiner of the town lives by this work |
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                        | Who                             | Must be given | May be given | Leads to  |
        | Correct: Title, Place, Note | the secretary, the co-ordinator | Title, Place  |              |           |
        | Take back the last step     | the secretary, the co-ordinator |               |              | Nominated |

    Scenario: What can be done with a project whose hours have just been counted
      Given the payback "New benches at Example Wharf" is ready for "Complete"
      Then these steps are open to the payback "New benches at Example Wharf"
        | Step                                       | Who                                      | Must be given | May be given               | Leads to  |
        | Record the hours so far                    | the co-ordinator, the provider's officer | Hours done    |                            | Under way |
        | Complete                                   | the co-ordinator, the provider's officer | Hours done    | Photo of the finished work | Completed |
        | Correct: Title, Place, Note, Hours planned | the secretary, the co-ordinator          | Title, Place  |                            |           |
        | Take back the last step                    | the co-ordinator, the provider's officer |               |                            | Under way |
