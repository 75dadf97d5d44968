package city.c3po.reporting;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
