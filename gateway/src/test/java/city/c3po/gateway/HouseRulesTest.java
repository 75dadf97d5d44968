package city.c3po.gateway;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
