Feature: The groups that carry a programme, and what partners give
  A programme board, a development group of agency champions, a community advisory panel and a central team: these four
  are named in the papers. Partners give champions, information and the time of their staff.

  @H-5.8
  Rule: A programme has its four groups, and it is seen which of them do not meet

    Scenario: A group that is being formed is still lacking
      Given the programme group "Example community panel" is at "Being formed"
      Then the programme "Example Violence Reduction Network" shows
        | groups that do not meet | Programme board, Development group of agency champions, Community advisory panel, Central team |

    Scenario: A group that meets is not
      Given the programme group "Example community panel" is at "Meeting"
      Then the programme "Example Violence Reduction Network" shows
        | groups that do not meet | Programme board, Development group of agency champions, Central team |

    Scenario: The development group meets once an agency has given it a champion
      Given the contribution "contribution" is at "Asked for"
      And the programme lead has been able to "Ask for a contribution"
        | Programme          | Example Violence Reduction Network |
        | Agency             | Example Police                     |
        | What is given      | Information                        |
        | What is asked for  | Figures on injuries                |
      And the police officer has been able to "Give it" for the contribution "CO-002"
        | Given from | today |
      And the programme lead has been able to "Form a group"
        | Name        | Example development group          |
        | Programme   | Example Violence Reduction Network |
        | Which group | Development group of agency champions |
      When the programme lead asks to "Begin to meet" for the programme group "Example development group"
        | Convener | Con Example |
      Then it is refused only because "at least one agency has given a champion"
      When the council officer asks to "Give it" for the contribution "contribution"
        | Given from | today       |
        | Champion   | Con Example |
      And the programme lead asks to "Begin to meet" for the programme group "Example development group"
        | Convener | Con Example |
      Then it is done
      And the programme group "Example development group" shows
        | champions that agencies have given | 1 |

    Scenario: The central team needs neither champions nor communities
      Given the programme "Example Network" is at "Beside the Board"
      And the secretary has been able to "Form a group"
        | Name        | Example team    |
        | Programme   | Example Network |
        | Which group | Central team    |
      When the programme lead asks to "Begin to meet" for the programme group "Example team"
        | Convener | Dee Example |
      Then it is done

    Scenario: A meeting is noted once it has taken place, and the next is expected within two months
      Given the programme group "Example community panel" is at "Meeting"
      When the first leader asks to "Note a meeting" for the programme group "Example community panel"
        | Last met on      | in 1 day             |
        | What came of it  | Places for evenings  |
      Then it is refused only because "the meeting has taken place"
      When the first leader asks to "Note a meeting" for the programme group "Example community panel"
        | Last met on      | today                |
        | What came of it  | Places for evenings  |
      Then it is done
      And the programme group "Example community panel" should move on by in 62 days, or the first leader, the programme lead are told

  @H-6
  Rule: Communities have a voice through the panel

    Scenario: A panel in which no community is heard does not begin
      Given the programme group "Example community panel" is ready for "Say which communities are heard in it"
      When the programme lead asks to "Begin to meet" for the programme group "Example community panel"
        | Convener | Lee Example |
      Then it is refused only because "at least one community is heard in the panel"

  @H-7
  Rule: Partners give champions, information and the time of their staff

    Scenario: An agency releases staff and says for how many days
      Given the programme "Example Network" is at "Beside the Board"
      And the programme lead has been able to "Ask for a contribution"
        | Programme         | Example Network      |
        | Agency            | Example Police       |
        | What is given     | Time of its staff    |
        | What is asked for | Days for training    |
      When the police officer asks to "Give it" for the contribution "CO-001"
        | Given from | today |
      Then it is sent back because "must be given here (Days of work released)"
      When the police officer asks to "Give it" for the contribution "CO-001"
        | Given from            | today |
        | Days of work released | 0     |
      Then it is sent back because "at least 1"
      When the police officer asks to "Give it" for the contribution "CO-001"
        | Given from            | today |
        | Days of work released | 1     |
      Then it is done

    Scenario: A champion has a name
      Given the contribution "contribution" is at "Asked for"
      When the council officer asks to "Give it" for the contribution "contribution"
        | Given from | today |
      Then it is sent back because "must be given here (Champion)"

    Scenario: Nobody gives for another agency
      Given the contribution "contribution" is at "Asked for"
      When the police officer asks to "Give it" for the contribution "contribution"
        | Given from | today       |
        | Champion   | Pat Example |
      Then it is refused only because "'Give it' is for Agency officer of the agency"

    Scenario: A champion who has gone no longer counts
      Given the contribution "contribution" is at "Given"
      And the programme group "Example community panel" is at "Meeting"
      And the council officer has been able to "End" for the contribution "contribution"
      Then the programme group "Example community panel" shows
        | champions that agencies have given | 0 |

  @H-5.8
  Rule: What can be done with a group at each stage, and by whom

    Scenario: How a group comes about
      Then a programme group is opened by these steps
        | Step         | Who           | Must be given                | May be given                            | Leads to     |
        | Form a group | the secretary | Name, Programme, Which group | Convener, Communities heard in it, Note | Being formed |

    Scenario: What can be done with a group that is at 'Being formed'
      Given the programme group "Example community panel" is ready for "Begin to meet"
      Then these steps are open to the programme group "Example community panel"
        | Step                                  | Who                               | Must be given           | May be given | Leads to     |
        | Say which communities are heard in it | the programme lead                | Communities heard in it |              | Being formed |
        | Begin to meet                         | the programme lead                | Convener                |              | Meeting      |
        | Dissolve                              | the programme lead                |                         | Note         | Dissolved    |
        | Correct: Name, Convener, Note         | the secretary, the programme lead | Name                    |              |              |
      And the programme group "Example community panel" should move on by 7 March 2020, or the programme lead is told

    Scenario: What can be done with a group that is at 'Meeting'
      Given the programme group "Example community panel" is at "Meeting"
      Then these steps are open to the programme group "Example community panel"
        | Step                                  | Who                                  | Must be given                | May be given | Leads to     |
        | Say which communities are heard in it | the first leader, the programme lead | Communities heard in it      |              | Meeting      |
        | Note a meeting                        | the first leader, the programme lead | Last met on, What came of it |              | Meeting      |
        | Dissolve                              | the programme lead                   |                              | Note         | Dissolved    |
        | Correct: Name, Convener, Note         | the secretary, the programme lead    | Name                         |              |              |
        | Take back the last step               | the programme lead                   |                              |              | Being formed |
      And the programme group "Example community panel" should move on by 9 March 2020, or the first leader, the programme lead are told

    Scenario: What can be done with a group that is at 'Dissolved'
      Given the programme group "Example community panel" is at "Dissolved"
      Then these steps are open to the programme group "Example community panel"
        | Step                          | Who                               | Must be given | May be given | Leads to |
        | Correct: Name, Convener, Note | the secretary, the programme lead | Name          |              |          |
        | Take back the last step       | the programme lead                |               |              | Meeting  |

    Scenario: What can be done with a group that has just met
      Given the programme group "Example community panel" is ready for "Dissolve"
      Then these steps are open to the programme group "Example community panel"
        | Step                                  | Who                                  | Must be given                | May be given | Leads to  |
        | Say which communities are heard in it | the first leader, the programme lead | Communities heard in it      |              | Meeting   |
        | Note a meeting                        | the first leader, the programme lead | Last met on, What came of it |              | Meeting   |
        | Dissolve                              | the programme lead                   |                              | Note         | Dissolved |
        | Correct: Name, Convener, Note         | the secretary, the programme lead    | Name                         |              |           |
        | Take back the last step               | the programme lead                   |                              |              | Meeting   |

  @H-7
  Rule: What can be done with a contribution at each stage, and by whom

    Scenario: How a contribution comes about
      Then a contribution is opened by these steps
        | Step                   | Who    | Must be given                                       | May be given | Leads to  |
        | Ask for a contribution | nobody | Programme, Agency, What is given, What is asked for | Note         | Asked for |

    Scenario: What can be done with a contribution that is at 'Asked for'
      Given the contribution "contribution" is at "Asked for"
      Then these steps are open to the contribution "contribution"
        | Step                             | Who                                     | Must be given        | May be given          | Leads to |
        | Give it                          | the council officer                     | Given from, Champion | Days of work released | Given    |
        | Decline                          | the council officer                     | Why it was declined  |                       | Declined |
        | End                              | the council officer, the programme lead |                      | Note                  | Ended    |
        | Correct: What is asked for, Note | the programme lead                      | What is asked for    |                       |          |
      And the contribution "contribution" should move on by 4 February 2020, or the council officer, the programme lead are told

    Scenario: What can be done with a contribution that is at 'Given'
      Given the contribution "contribution" is at "Given"
      Then these steps are open to the contribution "contribution"
        | Step                             | Who                                     | Must be given     | May be given | Leads to  |
        | End                              | the council officer, the programme lead |                   | Note         | Ended     |
        | Correct: What is asked for, Note | the programme lead                      | What is asked for |              |           |
        | Correct: Days of work released   | the council officer, the programme lead |                   |              |           |
        | Take back the last step          | the council officer                     |                   |              | Asked for |

    Scenario: What can be done with a contribution that is at 'Ended'
      Given the contribution "contribution" is at "Ended"
      Then these steps are open to the contribution "contribution"
        | Step                             | Who                | Must be given     | May be given | Leads to |
        | Correct: What is asked for, Note | the programme lead | What is asked for |              |          |
        | Take back the last step          | the programme lead |                   |              | Given    |

    Scenario: What can be done with a contribution that is at 'Declined'
      Given the contribution "contribution" is at "Asked for"
      And the council officer has been able to "Decline" for the contribution "contribution"
        | Why it was declined | Nobody has the time |
      Then these steps are open to the contribution "contribution"
        | Step                             | Who                 | Must be given     | May be given | Leads to  |
        | Correct: What is asked for, Note | the programme lead  | What is asked for |              |           |
        | Take back the last step          | the council officer |                   |              | Asked for |
