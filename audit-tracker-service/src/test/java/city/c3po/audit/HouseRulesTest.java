package city.c3po.audit;

import city.c3po.testing.house.HouseRules;

class HouseRulesTest extends HouseRules {}
