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
