package city.c3po.portfolio;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
