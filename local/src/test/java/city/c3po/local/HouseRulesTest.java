package city.c3po.local;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
