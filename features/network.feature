Feature: Who carries what in the network
  Running a zone is work, and it falls on those who are there. What each person and each organisation
  carries is counted from what was pledged and done, so that `peoplezones network load` can show where it
  grows too heavy, and for whom.

  @B-2.8
  Rule: What each person carries in zones is counted

    Scenario: An office in a zone counts, and one elsewhere does not
      Given the zone "Example Wharf" is at "Active"
      Then the person "Pat Example" shows
        | offices held                              | 2 |
        | zones in which the person holds an office | 1 |
      And the person "Mel Example" shows
        | offices held                              | 1 |
        | zones in which the person holds an office | 0 |

    Scenario: An office that has ended is carried no longer
      Given the zone "Example Wharf" is at "Active"
      When the secretary asks to "End the appointment" for the appointment "agency lead's post"
      Then it is done
      And the person "Pat Example" shows
        | zones in which the person holds an office | 0 |

    Scenario Outline: Whoever is <office> carries the zone, be it in two offices
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to "Appoint to an office"
        | Office              | <office>           |
        | Person              | Mel Example        |
        | Body                | Example Wharf      |
        | Duties              | Stands in for some time |
        | Employer            | Example Council    |
        | Source of funding   | Example grant      |
        | Last day of funding | in 900 days        |
        | Last day            | in 5 days          |
      And the secretary has been able to "Appoint to an office"
        | Office | Agency lead             |
        | Person | Mel Example             |
        | Body   | Example Wharf           |
        | Duties | Stands in for some time |
        | Last day | in 5 days             |
      Then the person "Mel Example" shows
        | zones in which the person holds an office | 1 |
      When 8 days pass
      Then the person "Mel Example" shows
        | zones in which the person holds an office | 0 |

      Examples:
        | office         |
        | Community lead |
        | Co-ordinator   |

    Scenario Outline: <office> alone is enough to carry a zone
      Given the zone "Example Wharf" is at "Active"
      Then the person "<who>" shows
        | zones in which the person holds an office | 1 |

      Examples:
        | office         | who         |
        | Community lead | Lee Example |
        | Co-ordinator   | Kit Example |

    Scenario: What a community leader pledged counts until it is withdrawn, and when it is fulfilled
      Given the zone "Example Wharf" is at "Active"
      And the first leader has been able to correct the commitment "first leader's pledge" because "agreed at the public meeting"
        | Hours pledged | 40 |
      And the second leader has been able to correct the commitment "second leader's pledge" because "agreed at the public meeting"
        | Hours pledged | 30 |
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "first leader's pledge"
        | What has been delivered | The club is open |
      And the co-ordinator has been able to "Note that it has been fulfilled" for the commitment "first leader's pledge"
      When the second leader asks to "Withdraw the pledge" for the commitment "second leader's pledge"
        | Reasons given | Has moved away |
      Then it is done
      And the person "Lee Example" shows
        | hours pledged as a community leader | 40 |
      And the person "Lou Example" shows
        | hours pledged as a community leader | 0 |

    Scenario: The hours that a community leader pledges count as theirs
      Given the zone "Example Wharf" is at "Active"
      Then the person "Lee Example" shows
        | hours pledged as a community leader | 0 |
      When the first leader asks to correct the commitment "first leader's pledge" because "agreed at the public meeting"
        | Hours pledged | 40 |
      Then it is done
      And the person "Lee Example" shows
        | hours pledged as a community leader | 40 |

  @B-2.8
  Rule: What each organisation carries is counted

    Scenario: Hours pledged and hours delivered
      Given the zone "Example Wharf" is at "Active"
      Then the agency "Example Police" shows
        | hours that it has pledged to zones | 700 |
        | hours of these delivered so far    | 0   |
      When the co-ordinator asks to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | An officer on two days a week |
        | Hours so far            | 210                           |
      Then it is done
      And the agency "Example Police" shows
        | hours of these delivered so far | 210 |

    Scenario: A pledge that was withdrawn is carried no longer
      Given the zone "Example Wharf" is at "Active"
      When the police officer asks to "Withdraw the pledge" for the commitment "police pledge"
        | Reasons given | The officer is needed elsewhere |
      Then it is done
      And the agency "Example Police" shows
        | hours that it has pledged to zones | 0 |

    Scenario: The hours of Community Payback are those of whoever carries it out
      Given the payback "New benches at Example Wharf" is at "Completed"
      Then the agency "Example Rehabilitation Company" shows
        | hours of Community Payback carried out | 130 |
      And the agency "Example Council" shows
        | hours of Community Payback carried out | 0 |

    Scenario: What agencies pledged and gave counts in the zone and with each of them
      Given the zone "Example Wharf" is at "Active"
      And the secretary has been able to correct the commitment "police pledge" because "the letter says so"
        | Money pledged | 1000 |
      And the secretary has been able to correct the commitment "council pledge" because "the letter says so"
        | Hours pledged | 300 |
        | Money pledged | 500 |
      And the secretary has been able to correct the commitment "first leader's pledge" because "agreed at the public meeting"
        | Hours pledged | 40 |
        | Money pledged | 60 |
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "police pledge"
        | What has been delivered | An officer on two days a week |
        | Hours so far            | 210                           |
        | Money so far            | 250                           |
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "council pledge"
        | What has been delivered | A room |
        | Hours so far            | 30     |
        | Money so far            | 50     |
      And the co-ordinator has been able to "Record what has been delivered" for the commitment "first leader's pledge"
        | What has been delivered | Evenings |
        | Hours so far            | 4        |
        | Money so far            | 6        |
      Then the zone "Example Wharf" shows
        | hours that agencies have pledged | 1,000     |
        | hours of these delivered so far  | 240       |
        | money that agencies have pledged | £1,500.00 |
        | money of this delivered so far   | £300.00   |
      And the agency "Example Police" shows
        | money that it has pledged to zones | £1,000.00 |
        | money of this delivered so far     | £250.00   |
      When the co-ordinator asks to "Note that it has been fulfilled" for the commitment "police pledge"
      And the council officer asks to "Withdraw the pledge" for the commitment "council pledge"
        | Reasons given | The room is needed elsewhere |
      Then it is done
      And the zone "Example Wharf" shows
        | hours that agencies have pledged | 700       |
        | hours of these delivered so far  | 210       |
        | money that agencies have pledged | £1,000.00 |
        | money of this delivered so far   | £250.00   |
      And the agency "Example Police" shows
        | hours that it has pledged to zones | 700       |
        | hours of these delivered so far    | 210       |
        | money that it has pledged to zones | £1,000.00 |
        | money of this delivered so far     | £250.00   |
      And the agency "Example Council" shows
        | hours that it has pledged to zones | 0     |
        | hours of these delivered so far    | 0     |
        | money that it has pledged to zones | £0.00 |
        | money of this delivered so far     | £0.00 |
