package city.c3po.inventory;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
