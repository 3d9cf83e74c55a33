Feature: Data that agencies share
  A behaviour is analysed from what every agency knows of it. What is asked for is promised, shared and used, and
  data about people only as long as an agreement allows it.

  @A-2.3
  Rule: Each agency adds its own data to the analysis of a behaviour

    Scenario: A data set is asked for, promised, shared and used
      Given the data set "Incidents on example buses in 2019" is at "Shared"
      When the board member asks to "Record its use" for the data set "Incidents on example buses in 2019"
        | What it was used for | To find the routes |
      Then it is done
      And the data set "Incidents on example buses in 2019" is at "Used"

    Scenario: Data about a behaviour that the Board has not chosen is not asked for
      Given the behaviour "Threats on example buses" is at "Proposed"
      When the secretary asks to "Ask for a data set"
        | Title     | Incidents in 2019        |
        | Agency    | Example Police           |
        | Behaviour | Threats on example buses |
      Then it is refused only because "the Board has made the behaviour a priority"

    Scenario: Data is also asked for where the analysis is being done again
      Given the behaviour "Threats on example buses" is at "Analysed"
      When the board member asks to "Ask for a data set"
        | Title     | Incidents in 2020        |
        | Agency    | Example Police           |
        | Behaviour | Threats on example buses |
      Then it is done

    Scenario Outline: The analysis waits for what has been <stage>
      Given the data set "Incidents on example buses in 2019" is at "<stage>"
      When the secretary asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes |
        | Causes that were found   | There is nothing to do           |
        | Data used                | Reports of the bus company       |
      Then it is refused only because "every data set asked for has been shared or is done without"
      And the agency "Example Police" shows
        | data sets that it has yet to share | 1 |
      And the agency "Example Council" shows
        | data sets that it has yet to share | 0 |
      When the chair asks to "Do without it" for the data set "Incidents on example buses in 2019"
        | Why the Board does without it | The records were lost |
      And the secretary asks to "Record its analysis" for the behaviour "Threats on example buses"
        | Findings of the analysis | Most of it happens on two routes |
        | Causes that were found   | There is nothing to do           |
        | Data used                | Reports of the bus company       |
      Then it is done
      And the agency "Example Police" shows
        | data sets that it has yet to share | 0 |

      Examples:
        | stage     |
        | Asked for |
        | Promised  |

    Scenario: Data for another behaviour does not hold up the analysis
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      And the behaviour "Loud example parties" is at "Prioritised"
      When the secretary asks to "Record its analysis" for the behaviour "Loud example parties"
        | Findings of the analysis | Most of it in summer       |
        | Causes that were found   | Nobody lives in the square |
        | Data used                | Calls to the council       |
      Then it is done

    Scenario Outline: Which agencies' data is missing, when it is <stage>
      Given the data set "Incidents on example buses in 2019" is at "<stage>"
      Then the behaviour "Threats on example buses" shows
        | agencies concerned whose data is missing | <missing> |

      Examples:
        | stage                 | missing                         |
        | Promised              | Example Police, Example Council |
        | Shared                | Example Council                 |
        | Used                  | Example Council                 |
        | Deleted or given back | Example Council                 |

    Scenario: Data for another behaviour does not fill the gap
      Given the data set "Incidents on example buses in 2019" is at "Shared"
      And the behaviour "Loud example parties" is at "Prioritised"
      Then the behaviour "Loud example parties" shows
        | agencies concerned whose data is missing | Example Police, Example Council |

    Scenario: An officer does not promise the data of another agency
      Given the data set "Incidents on example buses in 2019" is at "Asked for"
      When the council officer asks to "Promise it" for the data set "Incidents on example buses in 2019"
        | Promised for | in 7 days |
      Then it is refused only because "'Promise it' is for Agency officer of the agency"

  @A-2.10
  Rule: Data about people is shared only under an agreement in force

    Scenario: Counts from which nobody can be told need no agreement
      Given the behaviour "Threats on example buses" is at "Prioritised"
      And the secretary has been able to "Ask for a data set"
        | Title     | Calls by month           |
        | Agency    | Example Council          |
        | Behaviour | Threats on example buses |
      When the council officer asks to "Share it" for the data set "Calls by month"
        | Holds personal data | no |
      Then it is done

    Scenario: Data about people without an agreement
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      When the police officer asks to "Share it" for the data set "Incidents on example buses in 2019"
        | Holds personal data | yes |
      Then it is refused only because "it holds no personal data, or is shared under an agreement in force of this agency that covers the behaviour"

    Scenario: An agreement that has not been signed
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      And the secretary has been able to "Draft an agreement"
        | Title          | Second example agreement |
        | Agencies in it | Example Police           |
      When the police officer asks to "Share it" for the data set "Incidents on example buses in 2019"
        | Holds personal data                | yes                      |
        | Agreement under which it is shared | Second example agreement |
      Then it is refused only because "it holds no personal data, or is shared under an agreement in force of this agency that covers the behaviour"

    Scenario Outline: An agreement of <agency> that covers "<behaviour>"
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      And the behaviour "Loud example parties" is at "Prioritised"
      And the secretary has been able to "Draft an agreement"
        | Title                     | Second example agreement |
        | Agencies in it            | <agency>                 |
        | Behaviours that it covers | <behaviour>              |
      And the secretary has been able to "Bring it into force" for the data-sharing agreement "Second example agreement"
        | Legal basis               | Prevention of crime |
        | Agencies that have signed | <agency>            |
        | Last day                  | in 30 days          |
      When the police officer asks to "Share it" for the data set "Incidents on example buses in 2019"
        | Holds personal data                | yes                      |
        | Agreement under which it is shared | Second example agreement |
      Then it is refused only because "it holds no personal data, or is shared under an agreement in force of this agency that covers the behaviour"

      Examples:
        | agency          | behaviour                |
        | Example Council | Threats on example buses |
        | Example Police  | Loud example parties     |

    Scenario: An agreement that names no behaviour covers every behaviour
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      And the secretary has been able to "Draft an agreement"
        | Title          | Second example agreement |
        | Agencies in it | Example Police           |
      And the secretary has been able to "Bring it into force" for the data-sharing agreement "Second example agreement"
        | Legal basis               | Prevention of crime |
        | Agencies that have signed | Example Police      |
        | Last day                  | in 30 days          |
      When the police officer asks to "Share it" for the data set "Incidents on example buses in 2019"
        | Holds personal data                | yes                      |
        | Agreement under which it is shared | Second example agreement |
      Then it is done
      When 30 days pass
      Then the data set "Incidents on example buses in 2019" is not in breach
      When 1 day pass
      Then the data set "Incidents on example buses in 2019" is in breach because "it holds no personal data, or is shared under an agreement in force of this agency that covers the behaviour" since today

    Scenario Outline: The agreement ends while the data is <stage>
      Given the data set "Incidents on example buses in 2019" is at "<stage>"
      And the council officer has been able to "End it" for the data-sharing agreement "agreement"
        | Why it ended | The council leaves it |
      Then the data set "Incidents on example buses in 2019" is in breach because "it holds no personal data, or is shared under an agreement in force of this agency that covers the behaviour" since today
      When the secretary asks to "Draft an agreement"
        | Title          | Second example agreement |
        | Agencies in it | Example Police           |
      And the secretary asks to "Bring it into force" for the data-sharing agreement "Second example agreement"
        | Legal basis               | Prevention of crime |
        | Agencies that have signed | Example Police      |
        | Last day                  | in 30 days          |
      And the police officer asks to "Put it under another agreement" for the data set "Incidents on example buses in 2019"
        | Agreement under which it is shared | Second example agreement |
      Then it is done
      And the data set "Incidents on example buses in 2019" is no longer in breach
      And the data set "Incidents on example buses in 2019" is at "<stage>"

      Examples:
        | stage  |
        | Shared |
        | Used   |

    Scenario: Data that may no longer be held is deleted
      Given the data set "Incidents on example buses in 2019" is at "Used"
      And the police officer has been able to "End it" for the data-sharing agreement "agreement"
        | Why it ended | The law has changed |
      When the secretary asks to "Note that it was deleted or given back" for the data set "Incidents on example buses in 2019"
      Then it is done
      And the data set "Incidents on example buses in 2019" is no longer in breach

  @X-36
  Rule: An agreement to share data is signed by everybody in it

    Scenario: An agency drafts an agreement that it is in itself
      Given the behaviour "Threats on example buses" is at "Prioritised"
      When the police officer asks to "Draft an agreement"
        | Title          | Second example agreement |
        | Agencies in it | Example Council          |
      Then it is refused because "'Draft an agreement' is for Secretariat or Agency officer of the agencies in it"
      When the police officer asks to "Draft an agreement"
        | Title          | Second example agreement        |
        | Agencies in it | Example Council, Example Police |
      Then it is done

    Scenario: One of the agencies has not signed
      Given the data-sharing agreement "Sharing data on example buses" is at "Drafted"
      When the secretary asks to "Bring it into force" for the data-sharing agreement "Sharing data on example buses"
        | Legal basis               | Prevention of crime |
        | Agencies that have signed | Example Police      |
        | Last day                  | in 30 days          |
      Then it is refused only because "every agency in it has signed"

    Scenario: An agreement does not come into force for days gone by
      Given the data-sharing agreement "Sharing data on example buses" is at "Drafted"
      When the secretary asks to "Bring it into force" for the data-sharing agreement "Sharing data on example buses"
        | Legal basis               | Prevention of crime             |
        | Agencies that have signed | Example Police, Example Council |
        | Last day                  | 1 day ago                       |
      Then it is refused only because "its last day has not passed"
      When the secretary asks to "Bring it into force" for the data-sharing agreement "Sharing data on example buses"
        | Legal basis               | Prevention of crime             |
        | Agencies that have signed | Example Police, Example Council |
        | Last day                  | today                           |
      Then it is done

    Scenario Outline: What is held under an agreement, when a data set is <stage>
      Given the data set "Incidents on example buses in 2019" is at "<stage>"
      Then the data-sharing agreement "agreement" shows
        | data sets held under it | <held> |

      Examples:
        | stage                 | held |
        | Promised              | 0    |
        | Shared                | 1    |
        | Used                  | 1    |
        | Deleted or given back | 0    |

    Scenario: What is held under another agreement is not counted
      Given the data set "Incidents on example buses in 2019" is at "Shared"
      And the secretary has been able to "Draft an agreement"
        | Title          | Second example agreement |
        | Agencies in it | Example Police           |
      Then the data-sharing agreement "Second example agreement" shows
        | data sets held under it | 0 |

  @X-37
  Rule: The Board says openly which data it does without

    Scenario: An agency does not excuse itself
      Given the data set "Incidents on example buses in 2019" is at "Asked for"
      When the police officer asks to "Do without it" for the data set "Incidents on example buses in 2019"
        | Why the Board does without it | Nobody has time |
      Then it is refused only because "'Do without it' is for Chair or Vice-chair"

    Scenario: The data turns up after all
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      And the vice-chair has been able to "Do without it" for the data set "Incidents on example buses in 2019"
        | Why the Board does without it | The records were lost |
      When the chair asks to take back the last step of the data set "Incidents on example buses in 2019" because "the records were found"
      Then it is done
      And the data set "Incidents on example buses in 2019" is at "Promised"

  @A-2.3
  Rule: What can be done with a data set at each stage, and by whom

    Scenario: How a data set is opened
      Then a data set is opened by these steps
        | Step               | Who                             | Must be given            | May be given | Leads to  |
        | Ask for a data set | the secretary, the board member | Title, Agency, Behaviour | Note         | Asked for |

    Scenario: What can be done once a data set has been asked for
      Given the data set "Incidents on example buses in 2019" is at "Asked for"
      Then these steps are open to the data set "Incidents on example buses in 2019"
        | Step                 | Who                       | Must be given                 | May be given                       | Leads to     |
        | Promise it           | the police officer        | Promised for                  |                                    | Promised     |
        | Share it             | the police officer        | Holds personal data           | Agreement under which it is shared | Shared       |
        | Do without it        | the chair, the vice-chair | Why the Board does without it |                                    | Done without |
        | Correct: Title, Note | the secretary             | Title                         |                                    |              |
      And the data set "Incidents on example buses in 2019" should move on by 3 February 2020, or the secretary, the police officer are told

    Scenario: What can be done once a data set has been promised
      Given the data set "Incidents on example buses in 2019" is at "Promised"
      Then these steps are open to the data set "Incidents on example buses in 2019"
        | Step                 | Who                       | Must be given                 | May be given                       | Leads to     |
        | Promise it           | the police officer        | Promised for                  |                                    | Promised     |
        | Share it             | the police officer        | Holds personal data           | Agreement under which it is shared | Shared       |
        | Do without it        | the chair, the vice-chair | Why the Board does without it |                                    | Done without |
        | Correct: Title, Note | the secretary             | Title                         |                                    |              |
      And the data set "Incidents on example buses in 2019" should move on by 20 January 2020, or the secretary, the police officer are told

    Scenario: What can be done once a data set has been shared
      Given the data set "Incidents on example buses in 2019" is at "Shared"
      Then these steps are open to the data set "Incidents on example buses in 2019"
        | Step                                   | Who                               | Must be given                      | May be given | Leads to              |
        | Put it under another agreement         | the secretary, the police officer | Agreement under which it is shared |              | Shared                |
        | Record its use                         | the secretary, the board member   | What it was used for               |              | Used                  |
        | Note that it was deleted or given back | the secretary                     |                                    | Note         | Deleted or given back |
        | Correct: Title, Note                   | the secretary                     | Title                              |              |                       |
        | Take back the last step                | the secretary                     |                                    |              | Promised              |
      And the data set "Incidents on example buses in 2019" should move on by 13 March 2020, or the secretary is told

    Scenario: What can be done once a data set has been used
      Given the data set "Incidents on example buses in 2019" is at "Used"
      Then these steps are open to the data set "Incidents on example buses in 2019"
        | Step                                   | Who                               | Must be given                      | May be given | Leads to              |
        | Put it under another agreement         | the secretary, the police officer | Agreement under which it is shared |              | Used                  |
        | Record its use                         | the secretary, the board member   | What it was used for               |              | Used                  |
        | Note that it was deleted or given back | the secretary                     |                                    | Note         | Deleted or given back |
        | Correct: Title, Note                   | the secretary                     | Title                              |              |                       |

    Scenario: What can be done once a data set has been deleted
      Given the data set "Incidents on example buses in 2019" is at "Deleted or given back"
      Then these steps are open to the data set "Incidents on example buses in 2019"
        | Step                 | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Note | the secretary | Title         |              |          |

    Scenario: What can be done once a data set is done without
      Given the data set "Incidents on example buses in 2019" is at "Asked for"
      And the chair has been able to "Do without it" for the data set "Incidents on example buses in 2019"
        | Why the Board does without it | The records were lost |
      Then these steps are open to the data set "Incidents on example buses in 2019"
        | Step                    | Who                       | Must be given | May be given | Leads to  |
        | Correct: Title, Note    | the secretary             | Title         |              |           |
        | Take back the last step | the chair, the vice-chair |               |              | Asked for |

  @A-2.10
  Rule: What can be done with an agreement to share data at each stage, and by whom

    Scenario: How a data-sharing agreement is opened
      Then a data-sharing agreement is opened by these steps
        | Step               | Who           | Must be given         | May be given                                 | Leads to |
        | Draft an agreement | the secretary | Title, Agencies in it | Behaviours that it covers, Legal basis, Note | Drafted  |

    Scenario: What can be done once an agreement has been drafted
      Given the data-sharing agreement "Sharing data on example buses" is at "Drafted"
      Then these steps are open to the data-sharing agreement "Sharing data on example buses"
        | Step                                                                         | Who                                                    | Must be given                                    | May be given | Leads to |
        | Bring it into force                                                          | the secretary                                          | Legal basis, Agencies that have signed, Last day |              | In force |
        | End it                                                                       | the secretary, the police officer, the council officer | Why it ended                                     |              | Ended    |
        | Correct: Title, Note, Agencies in it, Behaviours that it covers, Legal basis | the secretary                                          | Title, Agencies in it                            |              |          |
      And the data-sharing agreement "Sharing data on example buses" should move on by 5 April 2020, or the secretary is told

    Scenario: What can be done once an agreement is in force
      Given the data-sharing agreement "Sharing data on example buses" is at "In force"
      Then these steps are open to the data-sharing agreement "Sharing data on example buses"
        | Step                    | Who                                                    | Must be given | May be given | Leads to |
        | Extend it               | the secretary                                          | Last day      |              | In force |
        | End it                  | the secretary, the police officer, the council officer | Why it ended  |              | Ended    |
        | Correct: Title, Note    | the secretary                                          | Title         |              |          |
        | Take back the last step | the secretary                                          |               |              | Drafted  |
      And the data-sharing agreement "Sharing data on example buses" should move on by 5 January 2021, or the secretary, the police officer, the council officer are told

    Scenario: What can be done once an agreement has ended
      Given the data-sharing agreement "Sharing data on example buses" is at "In force"
      And the police officer has been able to "End it" for the data-sharing agreement "Sharing data on example buses"
        | Why it ended | The law has changed |
      Then these steps are open to the data-sharing agreement "Sharing data on example buses"
        | Step                    | Who           | Must be given | May be given | Leads to |
        | Correct: Title, Note    | the secretary | Title         |              |          |
        | Take back the last step | the secretary |               |              | In force |
