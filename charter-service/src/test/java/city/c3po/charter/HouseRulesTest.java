package city.c3po.charter;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
